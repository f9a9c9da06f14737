import type { Language } from '#contract/wire.ts'

/** For whom a time is put into words: what time it is now, in which zone they live, which language they read. */
export interface Reader {
  now: Date
  /** IANA name, such as Asia/Shanghai: the jurisdiction's, not the device's. */
  zone: string
  language: Language
}

type At = Date | string

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** “明天 09:00”, “tomorrow 09:00”; further away the date with its weekday, in another year with the year. */
export function timeWords(at: At, reader: Reader): string {
  const near = nearDay(at, reader)
  const clock = clockOf(at, reader)
  if (near) return `${near} ${clock}`
  return reader.language === 'zh' ? `${dateWords(at, reader)} ${clock}` : `${dateWords(at, reader)}, ${clock}`
}

/** “今天 18:00 前”, “by 18:00 today”; once it has passed “已超时 3 小时”, “3 hours overdue”. */
export function dueWords(at: At, reader: Reader): string {
  const left = new Date(at).getTime() - reader.now.getTime()
  if (left < 0) {
    const late = spanWords(Math.max(-left, minute), reader.language)
    return reader.language === 'zh' ? `已超时 ${late}` : `${late} overdue`
  }
  if (reader.language === 'zh') return `${timeWords(at, reader)} 前`
  const near = nearDay(at, reader)
  return near ? `by ${clockOf(at, reader)} ${near}` : `by ${timeWords(at, reader)}`
}

/** “刚刚”, “5 分钟前”, “3 小时前”; from yesterday on the time itself. */
export function agoWords(at: At, reader: Reader): string {
  const passed = reader.now.getTime() - new Date(at).getTime()
  if (passed < minute) return reader.language === 'zh' ? '刚刚' : 'just now'
  if (passed >= 12 * hour || daysUntil(at, reader) !== 0) return timeWords(at, reader)
  const span = spanWords(passed, reader.language)
  return reader.language === 'zh' ? `${span}前` : `${span} ago`
}

/** A length of time in its largest whole unit: “40 分钟”, “15 小时”, “3 天”. Two days and more are told in days. */
export function spanWords(milliseconds: number, language: Language): string {
  const [count, zh, en] =
    milliseconds < hour ? ([Math.floor(milliseconds / minute), '分钟', 'minute'] as const)
    : milliseconds < 2 * day ? ([Math.floor(milliseconds / hour), '小时', 'hour'] as const)
    : ([Math.floor(milliseconds / day), '天', 'day'] as const)
  return language === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`
}

/** “11月26日 周四”, “Thu 26 Nov”; in another year “2027年1月3日”, “3 Jan 2027”. */
export function dateWords(at: At, reader: Reader): string {
  const then = partsOf(at, reader.zone)
  if (then.year !== partsOf(reader.now, reader.zone).year) return fullDateWords(at, reader)
  const weekday = weekdays[reader.language][new Date(Date.UTC(then.year, then.month - 1, then.day)).getUTCDay()]!
  if (reader.language === 'zh') return `${then.month}月${then.day}日 ${weekday}`
  return `${weekday} ${then.day} ${months[then.month - 1]!}`
}

/** The date with its year and without its weekday: “2026年11月26日”, “26 Nov 2026”. */
export function fullDateWords(at: At, reader: Pick<Reader, 'zone' | 'language'>): string {
  const { year, month, day: date } = partsOf(at, reader.zone)
  return reader.language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]!} ${year}`
}

/** The part of the day that a greeting names. */
export function partOfDay({ now, zone }: Pick<Reader, 'now' | 'zone'>): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const at = partsOf(now, zone).hour
  if (at < 5) return 'night'
  if (at < 11) return 'morning'
  if (at < 13) return 'noon'
  return at < 18 ? 'afternoon' : 'evening'
}

const nearDays: Record<Language, Record<number, string>> = {
  zh: { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}
const weekdays: Record<Language, string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const nearDay = (at: At, reader: Reader) => nearDays[reader.language][daysUntil(at, reader)]

/** Calendar days in the zone, not spans of 24 hours: 00:10 tomorrow is tomorrow at 23:50 today. */
function daysUntil(at: At, { now, zone }: Reader): number {
  const then = partsOf(at, zone)
  const today = partsOf(now, zone)
  return (Date.UTC(then.year, then.month - 1, then.day) - Date.UTC(today.year, today.month - 1, today.day)) / day
}

/** “09:30”. */
export function clockOf(at: At, { zone }: Pick<Reader, 'zone'>): string {
  const { hour: hours, minute: minutes } = partsOf(at, zone)
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(at: At, zone: string) {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  })
  formats.set(zone, format)
  const found = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]))
  return found as { year: number; month: number; day: number; hour: number; minute: number }
}
