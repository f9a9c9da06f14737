import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What somebody really wrote to their mayor, as the town's week hears it. */
export interface Message {
  words: string
  /** Of its day, when it was written: hours and minutes are real, the day is the week's. */
  minuteOfDay: number
  /** Where people sorted it themselves. */
  category: string | null
}

const folder = new URL('../../../shared/data/messages-changsha/', import.meta.url).pathname
const files = ['labelled.jsonl.gz', 'unlabelled.jsonl.gz']

/** The categories of the county that the platform's seven labels come nearest to. */
const categoryOf: Record<string, string> = {
  城乡建设: 'roads', 环境保护: 'environment', 交通运输: 'parking', 教育文体: 'advice', 劳动和社会保障: 'care', 商贸旅游: 'noise', 卫生计生: 'property',
}

interface Line {
  title: string
  detail: string
  time: string
  label?: string
}

/** The first so many real messages; undefined where the records do not lie beside the project. */
export function readMessages(count: number): Message[] | undefined {
  if (!files.every((file) => existsSync(join(folder, file)))) return undefined
  const lines = files.flatMap((file) => gunzipSync(readFileSync(join(folder, file))).toString().trim().split('\n'))
  return lines.slice(0, count).map((line) => {
    const { title, detail, time, label } = JSON.parse(line) as Line
    const [hours, minutes] = time.slice(11, 16).split(':').map(Number) as [number, number]
    return { words: `${title}\n${detail}`.slice(0, 10_000), minuteOfDay: hours * 60 + minutes, category: (label && categoryOf[label]) || null }
  })
}
