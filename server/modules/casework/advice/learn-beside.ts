import { Worker } from 'node:worker_threads'
import type { Example } from './model.ts'

export interface Learnt {
  /** Null: there was too little to tell two labels apart. */
  bytes: Uint8Array | null
  examples: number
  correct: number
}

const minutesMax = 5
const memoryMaxMb = 768

/** Learns in a thread of its own, within bounds of time and memory. @throws where it overruns them, or is ended before */
export async function learnBeside(examples: readonly Example[], end?: AbortSignal): Promise<Learnt> {
  end?.throwIfAborted()
  const thread = new Worker(new URL('./learning-thread.ts', import.meta.url), {
    workerData: { examples }, resourceLimits: { maxOldGenerationSizeMb: memoryMaxMb },
  })
  const terminate = () => void thread.terminate()
  const tooLong = setTimeout(terminate, minutesMax * 60_000)
  end?.addEventListener('abort', terminate)
  try {
    return await new Promise<Learnt>((resolve, reject) => {
      thread.on('message', resolve)
      thread.on('error', reject)
      thread.on('exit', () => reject(new Error('learning was ended before it was done')))
    })
  } finally {
    clearTimeout(tooLong)
    end?.removeEventListener('abort', terminate)
  }
}
