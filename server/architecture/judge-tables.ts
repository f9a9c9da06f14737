import { placeOf } from './place.ts'
import type { Tree } from './read-tree.ts'
import type { Thing } from './read-migrations.ts'
import { tablesNamed, type NamedHere } from './tables-named.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 4: the SQL of a module, and of the kernel, names only tables and functions of its own, or what others publish. */
export function judgeTables(tree: Tree, things: Map<string, Thing>): Trespass[] {
  return [...tree.sources.values()].flatMap((source) => {
    const { kind, module } = placeOf(source.path, tree)
    if (kind !== 'rows' && kind !== 'kernel') return []
    return tablesNamed(source).flatMap((named): Trespass[] => {
      const no = whyNotName(named, module ?? 'kernel', things)
      return no ? [trespassAt(source, named.offset, 'tables', no)] : []
    })
  })
}

function whyNotName(named: NamedHere, own: string, things: Map<string, Thing>): string | undefined {
  const { name, as } = named
  if (name === undefined) {
    // The kernel's own tools (migrations, copying rows in) take their text as an argument, and so name no module's table.
    return own === 'kernel' ? undefined : 'puts SQL together as text at run time, so that nobody can see what it names'
  }
  const thing = things.get(name)
  if (as === 'called') return whyNotCall(thing, own)
  // A query that takes the name of a table hides it from these eyes, so the table's law holds for its name too.
  if (thing) {
    if (thing.owner === own || thing.published && as === 'read') return undefined
    const only = thing.published ? ', which may only be read' : ''
    return `names '${name}', a ${thing.kind} of ${thing.owner ?? 'nobody'}${only}`
  }
  const isCatalogue = /^(pg_|information_schema\.)/.test(name)
  // The kernel also meets tables that it makes itself before the first migration.
  return isCatalogue || named.ofQuery || own === 'kernel' ? undefined : `names '${name}', which no migration creates`
}

function whyNotCall(thing: Thing | undefined, own: string): string | undefined {
  if (thing?.kind !== 'function' || thing.owner === undefined || thing.owner === own || thing.published) return undefined
  return `calls ${thing.name}(), a function of ${thing.owner}`
}
