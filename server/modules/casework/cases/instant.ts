/** PostgreSQL writes an instant inside JSON with its offset; here it is always UTC with milliseconds. */
export const instant = <T extends string | null>(text: T): T => (text === null ? text : (new Date(text).toISOString() as T))

