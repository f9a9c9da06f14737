import { randomUUID } from 'node:crypto'
import { county } from '#server/demo/cast.ts'
import { addRule, addSource, letIn, signedBy } from '#server/test/machines.ts'
import { mapping } from '#server/test/import-file.ts'
import { act } from '#server/test/steps.ts'
import type { Caller } from '#server/test/town.ts'

/** Programs with keys, a source that has sent, a rule that has opened a case: what the settings of machines have to show. */
export async function fillMachines(url: string, admin: Caller, desk: Caller) {
  // A name that leads nowhere: what is told there waits to be tried again.
  const app = await letIn(admin, { name: '随手拍（市民热线合作方提供）', hookUrl: 'https://hooks.invalid/gongzhi', validTo: new Date(Date.now() + 90 * 86_400_000).toISOString() })
  await fetch(`${url}/open311/v2/requests.json`, {
    method: 'POST', headers: { authorization: `Bearer ${app.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ service_code: 'roads', lat: '29.985', long: '118.028', description: '人行道地砖松动，雨天溅水。' }),
  })
  const { items: intake } = await desk.ask('listCases', { params: { county }, query: { list: 'intake', category: 'roads' } })
  await act(desk, 'acceptCase', intake.find(({ title }) => title.startsWith('人行道'))!.id, {})
  const { answer: _, ...fields } = mapping.fields
  const platform = await letIn(admin, { name: '市 12345 平台', opens: ['open311', 'orders'], mapping: { ...mapping, format: 'jsonl', fields, source: 'city-12345' } })
  const old = await letIn(admin, { name: '旧应用' })
  await admin.ask('withdrawClient', { params: { county, id: old.id } })
  const source = await addSource(admin, { name: '东河水位计', region: 101 })
  await addSource(admin, { name: '春晖街道高空瞭望摄像头一号至十二号', windowMinutes: 240 })
  const rule = await addRule(admin, { source: source.id, leastCount: 2, leastSeverity: 3 })
  const send = async (subject: string, level: number) => {
    const body = JSON.stringify({ specversion: '1.0', id: randomUUID(), source: '/gauges/7', type: 'cn.example.water.high', subject, data: { level, severity: 4, battery: '87%' } })
    await fetch(source.address, { method: 'POST', headers: { 'content-type': 'application/cloudevents+json', ...signedBy(source.secret, body, new Date()) }, body })
  }
  for (const level of [3.4, 3.9]) await send('东河三号闸', level)
  await send('西渠泵站', 3.1)
  const { items } = await admin.ask('listSignals', { params: { county }, query: { opened: true } })
  return { client: platform.id, source: source.id, rule, signalled: items[0]!.case!.id }
}
