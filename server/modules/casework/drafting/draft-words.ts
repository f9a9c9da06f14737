import { draftWords } from '#contract/advice.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { protectedIn, reachedOf } from '../cases/act-on-case.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import type { Whole } from '../reading/whole.sql.ts'
import { askModel } from './ask-model.ts'
import { maskedWords } from './masked.ts'

const byPerson: Limit = { name: 'drafts by person', triesMax: 60, perSeconds: 3_600, refusal: 'too_many_requests' }

/** What the model is told to do. Chinese, as what it reads is. */
const told = {
  reply: '你为基层政府工作人员起草给居民的答复。只依据给出的办理情况，不编造事实、日期和承诺；先说结果，再说做了什么；语气平和，说人话；不超过三百字；不写姓名、电话和地址。只输出答复正文。',
  summary: '你为基层政府工作人员概括一件居民诉求。用不超过一百字说清：什么问题、在哪里、要求什么、办到哪一步。只依据给出的内容，不编造；不写姓名、电话和地址。只输出概括。',
}

/** Nothing of it is kept or logged: the words go to whoever asked, who reads, changes and sends them, or does not. */
export default operation(draftWords, staff('case.read'), async (call) => {
  const { params: { county, id }, body: { kind }, actor, config, db, vault, now } = call
  const whole = orRefuse(await recallWhole(call, county, id))
  orRefuse(can(actor, 'case.read', reachedOf(whole.row)))
  const model = orRefuse(config.drafting, 'drafting.off')
  await countTry(db, vault, byPerson, actor.person, now)
  const { words, masked } = maskedWords(toldOf(whole), await protectedIn(db, vault, county, id))
  return { words: await askModel(model, told[kind], words), masked }
})

/** What was said, and what was said to the resident or reported; notes among staff stay in the house. */
function toldOf({ appeals, entries }: Whole): string {
  const said = appeals.map((appeal) => `居民诉求：${appeal.words}`)
  const done = entries.filter((entry) => entry.words && (entry.audience === 'resident' || entry.kind === 'result')).map((entry) => `办理情况：${entry.words}`)
  return [...said, ...done].join('\n\n')
}
