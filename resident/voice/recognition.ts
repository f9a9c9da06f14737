/** What is used of the browser's speech recognition, which TypeScript's types of the web do not name. */
export interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  start: () => void
  stop: () => void
  abort: () => void
}

/** Comes with `result`: from `resultIndex` on what is new; only a final result stays as it is. */
export interface Recognised extends Event {
  resultIndex: number
  results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }>
}

/** Comes with `error`: `not-allowed`, `network`, `no-speech` and others. */
export interface NotRecognised extends Event {
  error: string
}

type MakeRecognition = new () => Recognition

/** How this browser makes one; undefined where it can't. */
export function recognitionHere(): MakeRecognition | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = window as { SpeechRecognition?: MakeRecognition; webkitSpeechRecognition?: MakeRecognition }
  return SpeechRecognition ?? webkitSpeechRecognition
}
