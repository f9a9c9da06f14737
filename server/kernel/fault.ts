/**
 * A fault as it may stand in the log: a database's message and its detail may quote what people wrote, so its code, its
 * constraint and where it was thrown must be enough.
 */
export function faultOf(error: unknown): { fault: string; code?: string; constraint?: string; frames: string[] } {
  if (!(error instanceof Error)) return { fault: 'unknown', frames: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 8)
  return {
    fault: error.name,
    ...('code' in error && { code: String(error.code) }),
    ...('constraint' in error && error.constraint !== undefined && { constraint: String(error.constraint) }),
    frames,
  }
}
