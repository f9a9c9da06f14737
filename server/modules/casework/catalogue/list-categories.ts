import { listCategories } from '#contract/casework.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { categoryName, knownCategories } from './recall-catalogue.ts'

export default operation(listCategories, anyone, async (call) => {
  const rows = [...(await knownCategories(call, call.params.county)).values()].filter((row) => row.ended_at === null)
  return {
    items: rows.map((row) => ({
      key: row.key,
      name: categoryName(row)!,
      parent: row.parent,
      hint: row.hint_zh ? { zh: row.hint_zh, ...(row.hint_en && { en: row.hint_en }) } : null,
    })),
  }
})
