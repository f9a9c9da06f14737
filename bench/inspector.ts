/** Time that a function spent itself, in milliseconds, without what it called. */
export interface FunctionTime {
  name: string
  ms: number
}

export interface Inspector {
  start(): Promise<void>
  /** The functions that took most, greatest first. Idle time is one of them. */
  stop(functionsMax: number): Promise<FunctionTime[]>
  /** Lets go of the process: it can't end while somebody looks into it. */
  close(): void
}

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

/** Profiles a running Node process that was started with --inspect. @param address as the process printed it */
export async function inspectorOf(address: string): Promise<Inspector> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`no inspector at ${address}`)))
  })
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  const ask = (method: string, params = {}) => new Promise<unknown>((resolve) => {
    waiting.set(++last, resolve)
    socket.send(JSON.stringify({ id: last, method, params }))
  })
  await ask('Profiler.enable')
  await ask('Profiler.setSamplingInterval', { interval: 500 })
  return {
    async start() {
      await ask('Profiler.start')
    },
    async stop(functionsMax) {
      const { profile } = (await ask('Profiler.stop')) as { profile: CpuProfile }
      return selfTimes(profile).slice(0, functionsMax)
    },
    close: () => socket.close(),
  }
}

/** Adds up samples by function. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile): FunctionTime[] {
  const names = new Map(nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) =>
    [id, `${functionName || '(anonymous)'}${url && ` ${url.replace(/^.*\/(?=node_modules|server|contract)/, '')}:${lineNumber + 1}`}`]))
  const sums = new Map<string, number>()
  samples.forEach((sample, i) => {
    const name = names.get(sample) ?? 'unknown'
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[i] ?? 0) / 1000)
  })
  return [...sums].map(([name, ms]) => ({ name, ms })).toSorted((a, b) => b.ms - a.ms)
}
