// What a browser sends when it uploads a picture, for callers of a town.

/** A body of multipart/form-data with one file. */
export function photoForm(bytes: Uint8Array, field = 'photo') {
  const boundary = 'gongzhi-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="photo"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
