import { Visitor, type Expression } from 'oxc-parser'
import { purePackages, type Law } from './law.ts'
import type { Import } from './imports.ts'
import { isPureKernel, placeOf, type Place } from './place.ts'
import type { Source, Tree } from './read-tree.ts'
import { propertyOf } from './syntax.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 2: rules, and the kernel files that they rest on, import and call nothing that can wait, fail or differ tomorrow. */
export function judgeRules(tree: Tree): Trespass[] {
  return [...tree.sources.values()].flatMap((source) => {
    const place = placeOf(source.path, tree)
    if (place.kind !== 'rule' && !isPureKernel(source.path)) return []
    const imports = source.imports.filter((found) => !mayImport(place, found, tree))
    return [
      ...imports.map((found) => trespassAt(source, found.offset, 'rules', `is a rule and imports '${found.specifier}'`)),
      ...impureCalls(source),
    ]
  })
}

function mayImport(from: Place, found: Import, tree: Tree): boolean {
  if (found.package) return purePackages.includes(found.package)
  // Where an import leads to nobody knows, and what runs later can wait.
  if (!found.file || found.dynamic) return false
  const to = placeOf(found.file, tree)
  if (to.room === 'contract' || to.room === 'words' || to.kind === 'facts' || isPureKernel(found.file)) return true
  if (to.module === from.module) return to.kind === 'rule'
  // A type of another door leaves nothing behind at run time; law 1 judges the direction.
  return to.kind === 'door' && found.typeOnly
}

/** Objects, and those of their properties that bring in the present, chance or the outside. */
const impureProperties: Record<string, RegExp> = {
  Date: /^now$/, Math: /^random$/, Temporal: /^Now$/, performance: /./, crypto: /./, process: /./,
}
const impureFunctions = ['Date', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']
const waiting = 'holds an async function'
const actingFunctions = ['operation', 'reaction', 'routine']

function impureCalls(source: Source): Trespass[] {
  const found: Trespass[] = []
  const topLevelAwaits: number[] = []
  const add = (offset: number, what: string, law: Law = 'purity') => found.push(trespassAt(source, offset, law, what))
  const refuseWaiting = ({ async, start }: { async: boolean, start: number }) => {
    if (async) add(start, `is a rule and ${waiting}`)
  }
  new Visitor({
    MemberExpression: (node) => {
      const [object = '', property = ''] = [globalName(node.object), propertyOf(node)]
      if (impureProperties[object]?.test(property)) add(node.start, `is a rule and uses ${object}.${property}`)
    },
    NewExpression: (node) => {
      const asksForNow = globalName(node.callee) === 'Date' && node.arguments.length === 0
      if (asksForNow) add(node.start, 'is a rule and asks for the present: new Date()')
    },
    CallExpression: (node) => {
      const name = globalName(node.callee) ?? ''
      if (impureFunctions.includes(name)) add(node.start, `is a rule and calls ${name}()`)
      if (actingFunctions.includes(name)) add(node.start, `is named by a noun and declares ${name}()`, 'sentence')
    },
    FunctionDeclaration: refuseWaiting,
    FunctionExpression: refuseWaiting,
    ArrowFunctionExpression: refuseWaiting,
    // Inside a function the word async has been told already.
    AwaitExpression: (node) => topLevelAwaits.push(node.start),
  }).visit(source.program)
  if (!found.some((one) => one.found.endsWith(waiting))) topLevelAwaits.forEach((start) => add(start, 'is a rule and awaits'))
  return found
}

/** `Date` and `globalThis.Date` are the same thing. */
function globalName(node: Expression): string | undefined {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && globalName(node.object) === 'globalThis' ? propertyOf(node) : undefined
}
