import type { Recognised } from './recognition.ts'

/** What one result brought: what stays, and what is still being guessed. */
export function heardIn({ resultIndex, results }: Pick<Recognised, 'resultIndex' | 'results'>): { said: string; guess: string } {
  const fresh = Array.from(results).slice(resultIndex)
  const words = (isFinal: boolean) => fresh.filter((one) => one.isFinal === isFinal).map((one) => one[0].transcript.trim()).join(' ').trim()
  return { said: words(true), guess: words(false) }
}

/** What was said, behind what is written: with a comma between two pieces of Chinese, a space between words of letters. */
export function withSaid(written: string, said: string): string {
  if (said === '') return written
  const before = written.trimEnd()
  if (before === '') return said
  const hasEnd = /[\p{P}\n]$/u.test(before)
  const isHan = /^\p{Script=Han}/u.test(said)
  if (isHan) return `${before}${hasEnd ? '' : '，'}${said}`
  return `${before} ${said}`
}
