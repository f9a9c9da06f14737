import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The product as it is after its next release, at one address: every built file has another name, and the old ones are gone. */
export interface Releases {
  url: string
  release: () => void
  close: () => Promise<void>
}

const passedOn = ['content-type', 'content-security-policy', 'permissions-policy', 'cache-control', 'x-content-type-options']

/** Stands before a product and can put its next release in its place. What is written as `data-release` tells them apart. */
export async function openReleases(product: string): Promise<Releases> {
  let number = 1
  const server = createServer(async (request, response) => {
    const inFolder = `assets/release-${number}/`
    const asked = request.url ?? '/'
    const isFile = asked.startsWith('/assets/')
    if (isFile && !asked.startsWith(`/${inFolder}`)) return response.writeHead(404).end()
    const answer = await fetch(product + asked.replace(inFolder, 'assets/'), {
      headers: { 'gongzhi-app': 'resident', 'accept': request.headers.accept ?? '*/*', 'accept-language': request.headers['accept-language'] ?? '' },
    })
    const headers = Object.fromEntries(passedOn.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)!]] : [])))
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, headers).end(isText(headers['content-type']) ? renamed(body.toString(), inFolder, number) : body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release() {
      number += 1
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const isText = (type = '') => /html|javascript/.test(type)

/** Every built file is named by its release, and so is the page; a script that is not a built file differs by a line. */
const renamed = (text: string, inFolder: string, number: number) =>
  `${text.replaceAll('assets/', inFolder).replace('<html ', `<html data-release="${number}" `)}${text.startsWith('<') ? '' : `\n// ${number}`}`
