import { bodies } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { People, SignedIn } from './people.ts'
import { ask } from './requests.ts'

/** Where the inbox that is listed fills up: nothing else is reported there. */
export const inboxVillage = 102
/** Where the cases are that are read. */
const readVillage = 101

export interface ReadCase {
  id: string
  resident: SignedIn
  staff: SignedIn
}

/** Makes what is read and listed: cases that somebody is at work on, and an inbox, all through the API. */
export async function makeCases(port: number, { residents, committees, foreman }: People, howMany: number): Promise<ReadCase[]> {
  const living = (village: number) => residents.filter((one) => one.village === village)
  const [readers, waiting] = [living(readVillage), living(inboxVillage)]
  const staff = committees.get(readVillage)!
  const submit = async (who: SignedIn) => {
    const body = { words: '楼道灯全坏了，三楼王奶奶昨晚差点摔倒，请尽快修一下。', category: 'lighting', place: { village: who.village, address: '6 幢 1 单元' }, visibility: 'private', photos: [] }
    return (await ask(port, 'resident', who, 'POST', '/appeals', body, { 'idempotency-key': uuidv7() })).id
  }
  const work = async (resident: SignedIn): Promise<ReadCase> => {
    const id = await submit(resident)
    const act = async (who: SignedIn, path: string, body: unknown) => {
      const { version, tasks } = await ask(port, 'office', who, 'GET', `/cases/${id}`)
      await ask(port, 'office', who, 'POST', `/cases/${id}${path.replace(':task', tasks[0]?.id ?? '')}`, body, { 'if-match': `"${version}"`, 'idempotency-key': uuidv7() })
      return tasks
    }
    await act(staff, '/acceptance', { words: '您好，情况已收到，我们马上联系路灯管理所。' })
    await act(staff, '/dispatch', { lead: bodies.lamps.id, assists: [bodies.urban.id], instruction: '请今天到现场查看，更换损坏的灯具。' })
    const [task] = await act(foreman, '/tasks/:task/taking', {})
    await act(foreman, '/notes', { words: '已到现场，需更换两只灯头，材料今天下午到。', audience: 'resident', photos: [], task: task!.id })
    await act(staff, '/notes', { words: '已电话告知王奶奶家属，暂用手电。', audience: 'staff', photos: [] })
    return { id, resident, staff }
  }
  const made: ReadCase[] = []
  await atOnce(8, howMany, async (n) => void made.push(await work(readers[n % readers.length]!)))
  await atOnce(8, howMany, async (n) => void (await submit(waiting[n % waiting.length]!)))
  return made
}

async function atOnce(lanes: number, times: number, work: (n: number) => Promise<void>): Promise<void> {
  let n = 0
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (n < times) await work(n++)
  }))
}
