import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Serves the two built apps: the resident's at /, the office at /office/. Any address of an app that is not a file
 * gives its page; the page carries a strict content policy with a nonce of its own.
 */
export async function servePages(app: FastifyInstance, dist: string, mapStyle: string | undefined): Promise<void> {
  for (const name of ['office', 'resident'] as const) {
    const root = join(dist, name)
    if (!existsSync(join(root, 'index.html'))) continue
    const base = name === 'office' ? '/office/' : '/'
    const page = readFileSync(join(root, 'index.html'), 'utf8')
    await app.register(async (scope) => {
      await scope.register(fastifyStatic, {
        root: join(root, 'assets'),
        prefix: `${base}assets/`,
        preCompressed: true,
        immutable: true,
        maxAge: '365d',
        decorateReply: false,
      })
      scope.get(`${base}*`, { schema: { hide: true } }, (request, reply) => {
        if ((request.params as { '*': string })['*'].startsWith('api/')) return reply.callNotFound()
        const file = /^[\w.-]+\.(js|webmanifest|svg|png|ico|txt)$/.exec((request.params as { '*': string })['*'])
        if (file && existsSync(join(root, file[0]))) {
          return reply.type(typeOf(file[0])).header('cache-control', 'no-cache').send(readFileSync(join(root, file[0])))
        }
        const nonce = randomBytes(16).toString('base64')
        return reply
          .type('text/html; charset=utf-8')
          .header('cache-control', 'no-cache')
          .header('content-security-policy', policyOf(nonce, mapStyle))
          .header('x-frame-options', 'DENY')
          .header('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self)')
          .send(page.replaceAll('__NONCE__', nonce))
      })
      if (base !== '/') scope.get(base.slice(0, -1), { schema: { hide: true } }, (_, reply) => reply.redirect(base))
    })
  }
}

function policyOf(nonce: string, mapStyle: string | undefined): string {
  const tiles = mapStyle && URL.canParse(mapStyle) ? ` ${new URL(mapStyle).origin}` : ''
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:${tiles}`,
    `connect-src 'self'${tiles}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
}
const typeOf = (file: string) => types[file.split('.').at(-1)!] ?? 'application/octet-stream'
