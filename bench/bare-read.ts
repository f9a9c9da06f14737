// What reads are measured against: the least that Fastify and pg can do. One row by its primary key, a reply schema,
// nothing else. DATABASE_URL and PORT come from the environment.
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const app = Fastify()

const params = { type: 'object', properties: { county: { type: 'integer' }, id: { type: 'string', format: 'uuid' } } }
const row = { type: 'object', properties: { id: { type: 'string' }, state: { type: 'string' }, title: { type: 'string' }, version: { type: 'integer' } } }

app.route<{ Params: { county: number; id: string } }>({
  method: 'GET',
  url: '/counties/:county/cases/:id',
  schema: { params, response: { 200: row } },
  async handler({ params: { county, id } }) {
    const text = 'select id, state, title, version from cases where county = $1 and id = $2'
    const { rows } = await pool.query({ name: 'one case', text, values: [county, id] })
    return rows[0]
  },
})

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
