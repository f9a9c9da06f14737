import sql from 'sql-template-tag'
import type { Database, Queryable } from './database.ts'

const channel = 'gongzhi_forget'

/**
 * What a process remembers of the database and every process forgets at once when it changes: sessions, bodies,
 * regions, policies. While the line on which others say so is broken, nothing is remembered.
 */
export interface Memory {
  /**
   * Answers from memory, or loads. Two that ask at once share one load.
   * @param isFresh says of what is remembered whether it still counts
   * @param keptMax rows of the topic; the oldest go first
   */
  recall<T>(topic: string, key: string, load: () => Promise<T>, isFresh?: (kept: T) => boolean, keptMax?: number): Promise<T>
  /** Makes every process forget a topic's key (or all of it), once the transaction has committed. */
  forget(tx: Queryable, topic: string, key?: string): Promise<void>
  /**
   * Calls back whenever something is forgotten, with the topic's key, or with none where all of the topic is. An empty
   * topic is everything: the line was broken for a while.
   * @returns stop
   */
  onForgotten(hear: (topic: string, key: string) => void): () => void
}

/** @param topicKeptMax rows of a topic, where nothing else is said */
export async function memoryOf(db: Database, topicKeptMax = 20_000): Promise<Memory> {
  const topics = new Map<string, Map<string, Promise<unknown>>>()
  const hearers = new Set<(topic: string, key: string) => void>()
  let isListening = false
  const drop = (topic: string, key: string) => {
    if (key) topics.get(topic)?.delete(key)
    else topics.delete(topic)
  }
  const forgetHere = (topic: string, key: string) => {
    drop(topic, key)
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
      for (const hear of hearers) hear('', '')
    },
  )
  isListening = true

  const keep = <T>(topic: string, key: string, keptMax: number, loading: Promise<T>): Promise<T> => {
    let kept = topics.get(topic)
    if (!kept) topics.set(topic, (kept = new Map()))
    kept.set(key, loading)
    if (kept.size > keptMax) kept.delete(kept.keys().next().value!)
    loading.catch(() => kept.get(key) === loading && kept.delete(key))
    return loading
  }

  return {
    async recall<T>(topic: string, key: string, load: () => Promise<T>, isFresh: (kept: T) => boolean = () => true, keptMax = topicKeptMax): Promise<T> {
      if (!isListening) return await load()
      const known = topics.get(topic)?.get(key) as Promise<T> | undefined
      const value = await known
      if (known && isFresh(value as T)) return value as T
      const others = topics.get(topic)?.get(key) as Promise<T> | undefined
      return await (others && others !== known ? others : keep(topic, key, keptMax, load()))
    },
    async forget(tx, topic, key = '') {
      drop(topic, key) // whoever changed it reads the new state next, without waiting to hear of it from the database
      await tx.query(sql`select pg_notify(${channel}, ${`${topic} ${key}`.trim()})`)
    },
    onForgotten(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
  }
}
