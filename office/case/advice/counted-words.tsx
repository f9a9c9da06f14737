import { useSearch } from '@tanstack/react-router'
import type { Case } from '#contract/cases.ts'
import { useAdvice } from './use-advice.ts'

/** Which suggestion each act may take. */
const advised = { accept: 'categories', sort: 'categories', dispatch: 'bodies', sendDown: 'places' } as const
type Kind = (typeof advised)[keyof typeof advised]
const kindOf = (act: string | undefined) => (act && act in advised ? advised[act as keyof typeof advised] : undefined)

/** What was said; while it is being sorted or dispatched, with the words that the suggestion comes from. */
export function CountedWords({ subject, words }: { subject: Case; words: string }) {
  const { act } = useSearch({ from: '/frame/$county/cases/$id' })
  const kind = kindOf(act)
  return kind ? <Marked subject={subject} words={words} kind={kind} /> : words
}

function Marked({ subject, words, kind }: { subject: Case; words: string; kind: Kind }) {
  const advice = useAdvice(subject)
  const because = advice?.[kind][0]?.because ?? []
  return partsOf(words, because).map(({ text, counted }, at) =>
    counted ? (
      <mark key={at} className="counted">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}

/** A text in pieces: the words that counted, and what stands between them. Of two that begin alike the longer wins. */
export function partsOf(text: string, counted: readonly string[]): { text: string; counted: boolean }[] {
  const parts: { text: string; counted: boolean }[] = []
  const longestFirst = counted.filter((one) => one !== '').toSorted((one, other) => other.length - one.length)
  let plain = 0
  for (let at = 0; at < text.length; ) {
    const found = longestFirst.find((one) => text.startsWith(one, at))
    if (!found) {
      at += 1
      continue
    }
    if (at > plain) parts.push({ text: text.slice(plain, at), counted: false })
    parts.push({ text: found, counted: true })
    at += found.length
    plain = at
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), counted: false })
  return parts
}
