import { coverWords } from '#contract/casework.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { appealOriginal } from '../personal.ts'
import { actOnMatter } from './act-on-matter.ts'
import { covered, coveredLength, originalOf, wordsCovered } from './cover.ts'
import { headOf, originalOfAppeal, saidBy, saveHead, saveOriginal, saveSaid } from './said.sql.ts'

export default operation(coverWords, resident, async (call) => {
  const { params: { county, id }, body: { parts }, actor, vault } = call
  await actOnMatter(call, 'cover', async (on, tx) => {
    const said = await saidBy(tx, county, id, actor.person)
    const after = said.map((one) => ({ ...one, words: covered(one.words, parts) }))
    const changed = after.filter(({ words }, i) => words !== said[i]!.words)
    refuseIf(changed.length === 0 ? 'matter.nothing_to_cover' : undefined)
    const [appeal] = said
    const kept = await originalOfAppeal(tx, county, appeal!.id)
    const before = said.filter(({ kind, words }, i) => kind !== 'published' && words !== after[i]!.words).map(({ words }) => words)
    const original = originalOf(kept && vault.open(appealOriginal.name, kept), before)
    await saveOriginal(tx, county, appeal!.id, vault.seal(appealOriginal.name, original))
    for (const one of changed) await saveSaid(tx, county, one)
    const head = await headOf(tx, county, id)
    await saveHead(tx, county, id, { title: covered(head.title, parts), public_words: head.public_words && covered(head.public_words, parts) })
    const characters = after.reduce((sum, { words }, i) => sum + coveredLength(words) - coveredLength(said[i]!.words), 0)
    return wordsCovered(on, characters)
  })
  return {}
})
