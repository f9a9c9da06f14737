import { readFigures } from '#contract/figures.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { countFigures } from './count-figures.ts'

export default operation(readFigures, staff('figures.read'), countFigures)
