import { once } from 'node:events'
import { connect } from 'node:net'

export interface Reply {
  status: number
  body: Buffer
}

export type Caller = (request: Buffer) => Promise<Reply>

const endOfHead = Buffer.from('\r\n\r\n')

/** A connection of its own. One request at a time; every reply must carry its length, as every reply of JSON does. */
export async function callerAt(port: number): Promise<Caller> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let held: Buffer | undefined
  let waiting: PromiseWithResolvers<Reply> | undefined
  const answer = (bytes: Buffer) => {
    held = held ? Buffer.concat([held, bytes]) : bytes
    const end = held.indexOf(endOfHead)
    if (end < 0) return
    const head = held.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1])
    if (Number.isNaN(length)) return waiting?.reject(new Error(`a reply without its length:\n${head}`))
    if (held.length < end + 4 + length) return
    const body = held.subarray(end + 4)
    held = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
  socket.on('data', answer).on('error', () => {}).on('close', () => waiting?.reject(new Error('the server closed the connection')))
  return (request) => {
    waiting = Promise.withResolvers<Reply>()
    socket.write(request)
    return waiting.promise
  }
}
