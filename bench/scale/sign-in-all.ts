import { team } from '#server/demo/cast.ts'
import { serverDatabase } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { insertSessions, type BenchSession } from '../rows.sql.ts'
import type { County } from './fill.ts'

/** Signs in the cast and the busy residents. @returns their cookies, by app and person */
export async function signInAll({ url, cases }: Pick<County, 'url' | 'cases'>, now = new Date()): Promise<Map<string, string>> {
  const sessions: BenchSession[] = []
  const cookies = new Map<string, string>()
  const signIn = (app: BenchSession['app'], person: string) => {
    const token = newToken()
    sessions.push({ token: digestOf(token), id: uuidv7(), person, app })
    cookies.set(`${app} ${person}`, `gongzhi_${app}=${token}`)
  }
  for (const { person } of Object.values(team)) signIn('office', person)
  for (const person of cases.busy) signIn('resident', person)
  const db = serverDatabase(url, { connectionsMax: 1, prepare: false })
  try {
    await insertSessions(db, sessions, now, new Date(now.getTime() + 12 * 3_600_000))
  } finally {
    await db.close()
  }
  return cookies
}
