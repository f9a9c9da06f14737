import sql from 'sql-template-tag'
import { routine } from './routines.ts'

/**
 * Has the database look at what its tables hold, soon after they have grown: a plan that was made while a table was nearly
 * empty may walk through all of it, and is kept. A server looks by itself once a minute, and not after its own upgrade;
 * the embedded database never does.
 */
export const keepStatistics = routine({
  name: 'keep statistics',
  everySeconds: 5,
  async run({ db }) {
    const grown = await db.query<{ name: string }>(sql`
      select quote_ident(relname) as name from pg_stat_user_tables where schemaname = 'public'
        and (n_mod_since_analyze > greatest(100, n_live_tup / 2)
          or last_analyze is null and last_autoanalyze is null and pg_relation_size(relid) > 0)`)
    if (grown.length > 0) await db.run(`analyze ${grown.map(({ name }) => name).join(', ')}`)
  },
})
