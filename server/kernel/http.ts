import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerPage from '@fastify/swagger-ui'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { refusals as statusOf } from '#contract/refusals.ts'
import type { TSchema } from 'typebox'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { admissionOf, admittedMax, prefix, serverWithFrontDoor, type Admission } from './admission.ts'
import { callOf, endingOf } from './call.ts'
import { closeSoon } from './close-soon.ts'
import { clientOf, doorOf, type FindClient } from './door.ts'
import { faultOf } from './fault.ts'
import { Raw, type Operation, type SayNo } from './operation.ts'
import { problemOf, languageOf } from './problem.ts'
import type { Actor } from './reach.ts'
import { Refused } from './refusal.ts'
import type { Rooms } from './rooms.ts'
import { replyWriterOf } from './write-reply.ts'

/** Finds who a session token belongs to; undefined when it has ended. */
export type FindActor = (app: 'resident' | 'office', token: string) => Promise<Actor | undefined>

const bodyBytesMax = 1024 * 1024

/** The HTTP server: every operation at its path, one door, one way to say no. */
export async function httpOf(rooms: Rooms, operations: readonly Operation[], findActor: FindActor, findClient?: FindClient): Promise<FastifyInstance> {
  const admission = admissionOf(admittedMax(rooms.config), rooms.log)
  const app = Fastify({
    serverFactory: (serve: RequestListener) => serverWithFrontDoor(admission, serve),
    loggerInstance: rooms.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: bodyBytesMax,
    trustProxy: rooms.config.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
  } as never) as unknown as FastifyInstance

  app.setValidatorCompiler(validatorCompiler())
  app.setSerializerCompiler(({ schema }) => replyWriterOf(schema as TSchema))
  app.setErrorHandler((error: Error, request, reply) => sayNo(rooms, error, request, reply))
  app.setNotFoundHandler((request, reply) => sayNo(rooms, new Refused('not_found'), request, reply))
  app.removeContentTypeParser('text/plain')
  // An empty body with a JSON content type is an empty object: many clients send that.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    if (body === '') return done(null, {})
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(new Refused('bad_json'))
    }
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { files: 1, fields: 0, fileSize: 20 * 1024 * 1024, parts: 1 } })
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Gongzhi 共治', version: '1' }, servers: [{ url: prefix }] } })

  // A live stream never ends by itself: without this, closing would wait for it for ever.
  app.addHook('preClose', async () => rooms.live.close())
  closeSoon(app)
  // The page brings its own content policy, which allows its inline styles and nothing from elsewhere.
  await app.register(swaggerPage, { routePrefix: '/api', staticCSP: "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'", uiConfig: { docExpansion: 'none', tryItOutEnabled: false } })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    done()
  })
  // As bytes, made once: a text would be gone through to count them, and again to write them.
  app.addHook('onSend', (_, __, payload, done) => done(null, typeof payload === 'string' ? Buffer.from(payload) : payload))
  app.addHook('onResponse', (request, reply, done) => {
    const path = request.routeOptions.url ?? 'none' // the pattern: the address itself may hold what a person typed
    // Of those who were asked to come again there may be thousands a second: they are told of together.
    request.log[reply.statusCode === statusOf.busy ? 'debug' : 'info']({ id: request.id, method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
    done()
  })
  const doors: Doors = { findActor, findClient, admission }
  for (const [base, takes] of scopesOf(operations)) {
    await app.register(async (api) => {
      takeBodies(api, takes)
      if (base !== prefix) openToPages(api)
      for (const one of operations) if (one.contract.base === base && one.contract.takes === takes) route(api, rooms, one, doors)
    }, { prefix: base })
  }
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
  return app
}

interface Doors {
  findActor: FindActor
  findClient: FindClient | undefined
  admission: Admission
}

type Takes = Operation['contract']['takes']

/** Where operations stand and how their bodies come: each pair is a scope of its own, with its own readers. */
function scopesOf(operations: readonly Operation[]): [base: string, takes: Takes][] {
  const pairs = operations.map(({ contract: { base, takes } }) => [base, takes] as [string, Takes])
  return pairs.filter(([base, takes], i) => pairs.findIndex((one) => one[0] === base && one[1] === takes) === i)
}

/** A web form would pass by the question that a browser asks before it sends JSON elsewhere: only machines' doors take one. */
function takeBodies(api: FastifyInstance, takes: Takes): void {
  if (takes === 'form') api.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, formOf(body as string)))
  if (takes !== 'bytes') return
  api.removeAllContentTypeParsers()
  api.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
}

/** A standard's doors are called by pages of others too. No cookie opens them, so whoever may read an answer may read it there. */
function openToPages(api: FastifyInstance): void {
  api.addHook('onRequest', (_, reply, done) => {
    reply.header('access-control-allow-origin', '*')
    done()
  })
}

/** A field that stands twice is a list. */
function formOf(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(text)) fields.set(name, [...(fields.get(name) ?? []), value])
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}

function route(app: FastifyInstance, rooms: Rooms, one: Operation, doors: Doors): void {
  for (const ending of [undefined, ...one.contract.endings]) routeOf(app, rooms, one, doors, ending)
}

function routeOf(app: FastifyInstance, rooms: Rooms, one: Operation, doors: Doors, ending: string | undefined): void {
  const { method, path, params, query, body, reply, summary, id, refusals, takes } = one.contract
  const takesBody = method !== 'GET' && method !== 'DELETE' && takes !== 'bytes' && id !== 'uploadPhoto' && id !== 'sendImportPart'
  const isJson = Object.keys(reply).some((key) => key !== '~kind')
  app.route({
    method,
    url: ending === undefined ? path : `${path}.${ending}`,
    config: { ending } as object,
    ...(one.sayNo && { errorHandler: (error: Error, request: FastifyRequest, out: FastifyReply) => sayNo(rooms, error, request, out, one.sayNo) }),
    schema: {
      // A standard's doors are described by the standard.
      hide: ending !== undefined || one.contract.base !== prefix,
      operationId: id,
      summary,
      description: `Who: ${one.who.door}${one.who.door === 'staff' ? ` holding ${one.who.action}` : ''}. Refuses with: ${refusals.join(', ') || 'nothing of its own'}.`,
      params,
      querystring: query,
      ...(takesBody && { body }),
      ...(isJson && { response: { 200: reply } }),
    },
    // No body at all is an empty object, like an empty body: an act that takes no words is sent without any.
    ...(takesBody && {
      preValidation: async (request: FastifyRequest) => {
        request.body ??= {}
      },
    }),
    handler: async (request, out) => {
      const leave = doors.admission.enter(id)
      const result = await answerOf(rooms, one, doors, request, out).finally(leave)
      if (result instanceof Raw) return out.headers(result.headers).type(result.type).send(result.body)
      const version = (result as { version?: unknown } | undefined)?.version
      if (typeof version === 'number') out.header('etag', `"${version}"`)
      if (!out.hasHeader('cache-control')) out.header('cache-control', 'no-store')
      return out.send(result)
    },
  })
}

async function answerOf(rooms: Rooms, one: Operation, { findActor, findClient }: Doors, request: FastifyRequest, out: FastifyReply): Promise<unknown> {
  const client = clientOf(request, findClient)
  const door = await doorOf(request, one.who, findActor, client, rooms.config)
  return await one.run(callOf(rooms, request, out, door, client) as never)
}

/** Bodies are taken as they are, addresses are words that may mean numbers. */
function validatorCompiler() {
  const options = { allErrors: true, removeAdditional: false, useDefaults: true, strict: false, allowUnionTypes: true } as const
  const exact = addFormats.default(new Ajv({ ...options, coerceTypes: false }))
  const coercing = addFormats.default(new Ajv({ ...options, coerceTypes: true }))
  return ({ schema, httpPart }: { schema: object; httpPart?: string }) => (httpPart === 'body' ? exact : coercing).compile(schema)
}

function sayNo(rooms: Rooms, error: Error, request: FastifyRequest, reply: FastifyReply, inItsWay?: SayNo): void {
  const problem = problemOf(error, languageOf(request.headers['accept-language']), request.id)
  if (!(error instanceof Refused) && problem.status >= 500) {
    rooms.log.error({ id: request.id, path: request.routeOptions.url, ...faultOf(error) })
  }
  if (problem.retryAfterSeconds) reply.header('retry-after', String(problem.retryAfterSeconds))
  if (inItsWay) {
    const { status, type, body } = inItsWay(problem, endingOf(request))
    return void reply.code(status).type(type).header('cache-control', 'no-store').send(body)
  }
  reply.code(problem.status).type('application/problem+json; charset=utf-8').header('cache-control', 'no-store')
  reply.serializer(JSON.stringify).send(problem)
}
