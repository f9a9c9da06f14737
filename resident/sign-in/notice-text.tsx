import { useName } from '../frame/use-words.ts'

/** Long words in paragraphs; a line that begins with # is a heading. */
export function NoticeText({ text }: { text: { zh: string; en: string } }) {
  const words = useName()(text)
  return (
    <div className="notice-text">
      {words.split(/\n+/).filter(Boolean).map((line, at) =>
        line.startsWith('#') ? <h2 key={at}>{line.replace(/^#+\s*/, '')}</h2> : <p key={at}>{line}</p>,
      )}
    </div>
  )
}
