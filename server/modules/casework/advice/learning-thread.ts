// Learns beside the process that serves: a thread of its own, so that nobody waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import { learn, type Example } from './model.ts'
import { packed } from './packing.ts'

const { examples } = workerData as { examples: Example[] }
const model = learn(examples)
const learnt = model ? { bytes: packed(model), examples: model.examples, correct: model.right } : { bytes: null, examples: examples.length, correct: 0 }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
parentPort!.postMessage(learnt)
