import { exportFigures } from '#contract/figures.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { countFigures } from './count-figures.ts'
import { layOutFigures } from './lay-out-figures.ts'
import { wordsIn } from './said.ts'
import { fileOf } from './write-file.ts'

export default operation(exportFigures, staff('figures.read'), async (call) => {
  const figures = await countFigures(call)
  const name = `${wordsIn(call.language).title} ${figures.period.name}`
  return await fileOf(call.query.format, name, layOutFigures(figures, call.language, call.config.zone))
})
