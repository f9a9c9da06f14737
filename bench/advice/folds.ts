import { learn, suggest, weighed, type Example, type Model } from '#server/modules/casework/advice/model.ts'
import { packed, unpacked } from '#server/modules/casework/advice/packing.ts'
import { randomFrom, shuffle } from '#server/modules/casework/advice/classifier.ts'

/** What a model that had not seen an example said of it. */
export interface Judged {
  label: string
  said: string
  confidence: number
  abstained: boolean
}

/** Which examples a fold holds out. */
export type Folds = number[][]

export function foldsOf(n: number, folds: number, seed: number): Folds {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  shuffle(order, randomFrom(seed))
  return Array.from({ length: folds }, (_, fold) => [...order].filter((_one, at) => at % folds === fold))
}

/** Folds of whole groups: what hangs together is held out together. */
export function foldsByGroup(groups: readonly string[], folds: number, seed: number): Folds {
  const names = [...new Set(groups)]
  const out = foldsOf(names.length, folds, seed).map((fold) => new Set(fold.map((i) => names[i]!)))
  return out.map((held) => groups.flatMap((group, i) => (held.has(group) ? [i] : [])))
}

/** Judges each example by what was learnt without its fold, as the product learns, keeps and suggests. */
export function crossValidate(examples: readonly Example[], folds: Folds): Judged[] {
  return folds.flatMap((held) => {
    const out = new Set(held)
    const model = learn(examples.filter((_, i) => !out.has(i)))
    if (!model) throw new Error('nothing could be learnt')
    const kept = unpacked(packed(model))
    return held.map((i) => judge(kept, examples[i]!))
  })
}

function judge(model: Model, { said, label }: Example): Judged {
  const [first] = weighed(model, said)
  return { label, said: first?.label ?? '', confidence: first?.confidence ?? 0, abstained: suggest(model, said).length === 0 }
}

export interface Quality {
  n: number
  accuracy: number
  macro_f1: number
  /** Of what the product would suggest: how much of all that is, and how much of it is right. */
  coverage: number
  accuracy_when_suggested: number
  /** The same at other thresholds: [confidence, coverage, accuracy]. */
  curve: [number, number, number][]
  /** The mean distance between confidence and accuracy, over ten bins. */
  calibration_error: number
}

const thresholds = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

export function qualityOf(judged: readonly Judged[]): Quality {
  const accuracyOf = (of: readonly Judged[]) => round(of.filter((one) => one.said === one.label).length / Math.max(1, of.length))
  const suggested = judged.filter((one) => !one.abstained)
  const labels = [...new Set(judged.map((one) => one.label))]
  const f1 = labels.map((label) => {
    const right = judged.filter((one) => one.said === label && one.label === label).length
    const named = judged.filter((one) => one.said === label).length + judged.filter((one) => one.label === label).length
    return (2 * right) / named
  })
  return {
    n: judged.length,
    accuracy: accuracyOf(judged),
    macro_f1: round(f1.reduce((sum, one) => sum + one, 0) / labels.length),
    coverage: round(suggested.length / judged.length),
    accuracy_when_suggested: accuracyOf(suggested),
    curve: thresholds.map((least) => {
      const sure = judged.filter((one) => one.confidence >= least)
      return [least, round(sure.length / judged.length), accuracyOf(sure)]
    }),
    calibration_error: round(calibrationError(judged)),
  }
}

function calibrationError(judged: readonly Judged[]): number {
  const bins = Map.groupBy(judged, (one) => Math.min(9, Math.floor(one.confidence * 10)))
  const errors = [...bins.values()].map((bin) => Math.abs(
    bin.reduce((sum, one) => sum + one.confidence, 0) - bin.filter((one) => one.said === one.label).length))
  return errors.reduce((sum, one) => sum + one, 0) / judged.length
}

export const round = (share: number): number => Math.round(share * 1_000) / 1_000
