import sql from 'sql-template-tag'
import type { Database, Queryable } from './database.ts'

const channel = 'gongzhi_forget'

/**
 * What a process remembers of the database and every process forgets at once when it changes: sessions, bodies,
 * regions, policies. While the line on which others say so is broken, nothing is remembered.
 */
export interface Memory {
  /** Answers from memory, or loads. Two that ask at once share one load. */
  recall<T>(topic: string, key: string, load: () => Promise<T>): Promise<T>
  /** Makes every process forget a topic's key (or all of it), once the transaction has committed. */
  forget(tx: Queryable, topic: string, key?: string): Promise<void>
  /** Calls back whenever something is forgotten. */
  onForgotten(hear: (topic: string, key: string) => void): void
}

/** @param keptMax rows of one topic; the oldest go first */
export async function memoryOf(db: Database, keptMax = 20_000): Promise<Memory> {
  const topics = new Map<string, Map<string, Promise<unknown>>>()
  const hearers: ((topic: string, key: string) => void)[] = []
  let isListening = false
  const forgetHere = (topic: string, key: string) => {
    if (key) topics.get(topic)?.delete(key)
    else topics.delete(topic)
    for (const hear of hearers) hear(topic, key)
  }
  await db.listen(
    channel,
    (payload) => {
      const [topic, key] = payload.split(' ', 2)
      forgetHere(topic!, key ?? '')
    },
    () => {
      isListening = false
      topics.clear()
    },
    () => {
      topics.clear()
      isListening = true
    },
  )
  isListening = true

  return {
    recall<T>(topic: string, key: string, load: () => Promise<T>): Promise<T> {
      if (!isListening) return load()
      let kept = topics.get(topic)
      if (!kept) topics.set(topic, (kept = new Map()))
      const known = kept.get(key)
      if (known) return known as Promise<T>
      const loading = load()
      kept.set(key, loading)
      if (kept.size > keptMax) kept.delete(kept.keys().next().value!)
      loading.catch(() => kept.delete(key))
      return loading
    },
    async forget(tx, topic, key = '') {
      await tx.query(sql`select pg_notify(${channel}, ${`${topic} ${key}`.trim()})`)
    },
    onForgotten: (hear) => void hearers.push(hear),
  }
}
