import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

/**
 * The operator's door: only one process may open the embedded database, so while one runs, verbs of the command line
 * are done by it. A port of its own on the loopback, never the public one, with a key that only those can read who may
 * read the data folder.
 */
const fileIn = (folder: string) => join(folder, 'operator.json')

/** A verb by its name: takes arguments, prints lines, gives back an exit code. */
type Doing = (args: readonly string[], print: (line: string) => void) => Promise<number>

/** Opens the door and says in the data folder where it is. @returns close */
export async function openOperatorDoor(folder: string, verbs: Readonly<Record<string, Doing>>): Promise<() => Promise<void>> {
  const key = randomBytes(32).toString('base64url')
  const server = createServer((asked, reply) => void answer(verbs, key, asked, reply))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const file = fileIn(folder)
  rmSync(file, { force: true }) // what a killed process left may have other rights
  writeFileSync(file, JSON.stringify({ url, key }), { mode: 0o600, flag: 'wx' })
  return async () => {
    rmSync(file, { force: true })
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
}

async function answer(verbs: Readonly<Record<string, Doing>>, key: string, asked: IncomingMessage, reply: ServerResponse): Promise<void> {
  const refuse = (status: number) => void reply.writeHead(status, { connection: 'close' }).end()
  if (!isSame(asked.headers.authorization ?? '', `Bearer ${key}`)) return refuse(401)
  const verb = Object.keys(verbs).find((name) => asked.url === `/operator/${name}`)
  if (verb === undefined || asked.method !== 'POST') return refuse(404)
  reply.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).flushHeaders()
  const print = (line: string) => void reply.write(`${line}\n`)
  try {
    const { args } = JSON.parse(await text(asked)) as { args: string[] }
    print(`exit ${await verbs[verb]!(args, print)}`)
  } catch (error) {
    print(error instanceof Error ? error.message : 'unknown fault')
    print('exit 1')
  }
  reply.end()
}

function isSame(given: string, meant: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(meant)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Is there a process behind the operator's door of a data folder, as far as the folder tells. */
export const hasOperatorDoor = (folder: string): boolean => existsSync(fileIn(folder))

/** Has the process that holds a data folder do a verb, and prints what it prints. @returns the verb's exit code */
export async function forwardVerb(folder: string, verb: string, args: readonly string[], print: (line: string) => void): Promise<number> {
  const { url, key } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as { url: string; key: string }
  const asking = request(`${url}/operator/${verb}`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })
  asking.end(JSON.stringify({ args }))
  const [reply] = (await once(asking, 'response')) as [IncomingMessage]
  if (reply.statusCode !== 200) throw new Error(`The running Gongzhi does not know ${verb}; is it of another version? (${reply.statusCode})`)
  const code = await printReply(reply, print).catch((cause: unknown) => {
    throw new Error(stopped, { cause })
  })
  if (code === undefined) throw new Error(stopped)
  return code
}

const stopped = 'The running Gongzhi stopped before it was done.'

/** Prints line by line as they come, up to the code that ends them. */
async function printReply(reply: IncomingMessage, print: (line: string) => void): Promise<number | undefined> {
  for await (const line of createInterface({ input: reply })) {
    const [, code] = /^exit (\d+)$/.exec(line) ?? []
    if (code !== undefined) return Number(code)
    print(line)
  }
  return undefined
}
