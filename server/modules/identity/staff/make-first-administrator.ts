import { parseArgs } from 'node:util'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { centreOf } from '../bodies/make-centre.ts'
import { personsWho } from '../persons-who.sql.ts'
import { personName } from '../personal.ts'
import { insertHolding } from '../posts/holding.sql.ts'
import { insertPost } from '../posts/post.sql.ts'
import { countyNamed, type CountyPlace } from '../region-place.sql.ts'
import { makeLink, type OneTimeLink } from './make-link.ts'
import { insertInvited } from './staff.sql.ts'

const usage = `first-administrator --county <code> --name <name> --login <login> [--again]

  --county   the division code of a county or district that was imported, or its number here
  --name     the person's name, as colleagues know it
  --login    small letters, digits, dots and dashes
  --again    although the county has an administrator already (who cannot sign in any more)`

/** Sets up a county in a real installation: its centre, a post with the role, and a link for whoever holds it. */
export const firstAdministrator: Verb = {
  name: 'first-administrator',
  summary: 'make the first administrator of a county',
  forwards: true,
  async run(rooms, args, print) {
    const asked = read(args)
    if (!asked) {
      print(usage)
      return 2
    }
    const county = await countyNamed(rooms.db, asked.county)
    if (!county) {
      print(`There is no county "${asked.county}". Import the divisions first: gongzhi import-regions <file>`)
      return 1
    }
    const now = rooms.clock()
    const existing = await personsWho(rooms.db, 'staff.change', { county: county.id }, now)
    if (existing.length > 0 && !asked.again) {
      print(`${county.name_zh} has an administrator already. Ask them for an invitation, or say --again where nobody can sign in.`)
      return 1
    }
    const link = await make(rooms, county, asked, now)
    if (!link) {
      print(`The login "${asked.login}" is in use.`)
      return 1
    }
    print(`${asked.name} is administrator of ${county.name_zh} as ${asked.login}.\n`)
    print(`Hand over this address by a way that you trust. It opens once, until ${link.expiresAt}:\n${link.url}`)
    return 0
  },
}

interface Asked {
  county: string
  name: string
  login: string
  again: boolean
}

function read(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...args], options: { county: text, name: text, login: text, again: { type: 'boolean' } } })
    const { county, login = '', again = false } = values
    const name = values.name?.trim()
    const isWhole = county && name && [...name].length <= 60 && /^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)
    return isWhole ? { county, name, login, again } : undefined
  } catch {
    return undefined
  }
}

/** @returns undefined where the login is in use */
async function make(rooms: Rooms, county: CountyPlace, asked: Asked, now: Date): Promise<OneTimeLink | undefined> {
  const [person, post] = [uuidv7(), uuidv7()]
  return await rooms.change(county.id, async (tx) => {
    const name = rooms.vault.seal(personName.name, asked.name)
    if (!(await insertInvited(tx, { id: person, name, login: asked.login, phone: null, sent: null, now }))) return undefined
    const body = await centreOf(tx, rooms, county, now)
    const title = { zh: '系统管理员', en: 'Administrator' }
    await insertPost(tx, {
      county: county.id, id: post, body, role: 'administrator', title, region: county.id, categories: null, stationing: null, isPublic: false,
      validFrom: now, validTo: null, sent: null,
    })
    await tell(tx, { county: county.id, subject: post, kind: 'post.created', by: {}, at: now, detail: { body, role: 'administrator', region: county.id } })
    await insertHolding(tx, { county: county.id, post, person, since: now, until: null })
    await tell(tx, { county: county.id, subject: person, kind: 'staff.invited', by: {}, at: now, detail: { post, body, first: true } })
    return await makeLink(tx, rooms, { person, kind: 'first_administrator', madeBy: null, now })
  })
}
