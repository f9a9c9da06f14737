import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { csvOf, mapping, row } from './test/import-file.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-verbs-'))
const door = join(dataDir, 'operator.json')
const env = { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'silent', NODE_NO_WARNINGS: '1' }

/** A verb of the command line, run from where the files are. */
const run = (...args: string[]) => runWith({}, ...args)

function runWith(more: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: dataDir, env: { ...env, ...more }, encoding: 'utf8' })
  return { code: status, said: stdout.split('\n').slice(0, -1), complained: stderr }
}

/** Starts the product as `npm start` does, and waits until it answers. */
async function start(): Promise<{ server: ChildProcess; api: string }> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  const server = spawn(process.execPath, [main, 'start'], { cwd: tmpdir(), env: { ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
  const api = `http://127.0.0.1:${port}/api/v1`
  await vi.waitFor(() => fetch(`${api}/openapi.json`), { timeout: 50_000, interval: 100 })
  return { server, api }
}

describe('on the embedded database', { timeout: 60_000 }, () => {
  let running: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    writeFileSync(join(dataDir, 'provinces.csv'), 'code,name\n98,试验省\n')
    writeFileSync(join(dataDir, 'bad.csv'), 'code,name\n980,试验市\n')
    writeFileSync(join(dataDir, 'things.csv'), 'id,title\n1,x\n')
    running = await start()
  }, 60_000)
  afterAll(() => {
    running.server.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a verb is done by the process that runs, with the caller’s own files, and seen at once', async () => {
    expect(run('import-regions', 'provinces.csv')).toEqual({
      code: 0, said: ['1 rows read: 1 regions added, 0 renamed, 0 as before, 0 bad rows left out.'], complained: '',
    })
    const { items } = await (await fetch(`${running.api}/regions/search?words=98`)).json() as { items: { name: { zh: string } }[] }
    expect(items.map(({ name }) => name.zh)).toEqual(['试验省'])
  })

  test('exit codes and faults come back', () => {
    expect(run('import-regions', 'bad.csv')).toMatchObject({ code: 1, said: ['bad.csv:2 "980" is no division code: 2, 4, 6, 9 or 12 digits', expect.stringMatching(/1 bad rows/)] })
    expect(run('import-regions', 'things.csv')).toMatchObject({ code: 1, said: [expect.stringMatching(/^things.csv can't be read/)] })
    expect(run('migrate')).toMatchObject({ code: 0, said: ['The database is up to date.'] })
  })

  test('another platform’s appeals come in through the process that runs, whose worker may be at it too; each once', () => {
    writeFileSync(join(dataDir, 'map.json'), JSON.stringify(mapping))
    writeFileSync(join(dataDir, 'old.csv'), csvOf([row('1'), row('2', { time: 'soon' }), row('3')]))
    const bad = 'old.csv:3 2 time: no time that can be read'
    expect(run('import', '--mapping', 'map.json', 'old.csv')).toEqual({ code: 1, said: [bad, 'old.csv: 3 rows read: 2 came in, 0 were there before, 1 bad rows left out.'], complained: '' })
    expect(run('import', '--mapping', 'map.json', 'old.csv').said).toEqual([bad, 'old.csv: 3 rows read: 0 came in, 2 were there before, 1 bad rows left out.'])
  })

  test('a backup is made by the process that runs, restored into an empty place, and never over anything', () => {
    expect(run('backup', 'backup.tar.gz')).toMatchObject({ code: 0, said: [expect.stringMatching(/^\d+ rows, 0 pictures\.$/), expect.stringMatching(/SECRET is not in it/)] })
    expect(run('backup', 'backup.tar.gz')).toMatchObject({ code: 1, said: [expect.stringMatching(/is there already/)] })
    expect(run('restore', 'backup.tar.gz')).toMatchObject({ code: 1, complained: expect.stringMatching(/in use by another Gongzhi/) })
    const elsewhere = { DATA_DIR: join(dataDir, 'elsewhere'), SECRET: readFileSync(join(dataDir, 'secret'), 'utf8') }
    expect(runWith(elsewhere, 'restore', 'backup.tar.gz')).toMatchObject({ code: 0, said: [expect.stringMatching(/^\d+ rows/), 'Restored.'] })
  })

  test('a second server is not started beside it, and unknown verbs explain themselves', () => {
    expect(run('start')).toMatchObject({ code: 1, complained: expect.stringMatching(/in use by another Gongzhi/) })
    expect(run('improt')).toMatchObject({ code: 2, said: expect.arrayContaining([expect.stringMatching(/^ {2}import-regions /)]) })
  })

  test('the operator’s door opens only with the key that lies in the data folder, and only to verbs', async () => {
    expect(statSync(door).mode & 0o777).toBe(0o600)
    const { url, key } = JSON.parse(readFileSync(door, 'utf8')) as { url: string; key: string }
    const ask = async (path: string, authorization: string, method = 'POST') => (await fetch(url + path, { method, headers: { authorization }, ...(method === 'POST' && { body: '{"args":[]}' }) })).status
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect([
      await ask('/operator/migrate', `Bearer ${key}x`), await ask('/operator/migrate', ''), await ask('/operator/migrate', `Bearer ${key}`, 'GET'),
      await ask('/operator/start', `Bearer ${key}`), await ask('/operator/migrate', `Bearer ${key}`),
    ]).toEqual([401, 401, 404, 404, 200])
    expect((await fetch(`${running.api.replace('/api/v1', '')}/operator/migrate`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })).status).toBe(404)
    expect(JSON.stringify(await (await fetch(`${running.api}/openapi.json`)).json())).not.toContain('/operator')
  })

  test('when it was killed a verb opens the database itself; when it was stopped the door is gone', async () => {
    running.server.kill('SIGKILL')
    await once(running.server, 'exit')
    expect(existsSync(door)).toBe(true)
    expect(run('import-regions', 'provinces.csv').said).toEqual(['1 rows read: 0 regions added, 0 renamed, 1 as before, 0 bad rows left out.'])
    running = await start()
    running.server.kill('SIGTERM')
    expect(await once(running.server, 'exit')).toEqual([0, null])
    expect(existsSync(door)).toBe(false)
  })
})
