import { crc32, deflateRawSync } from 'node:zlib'

/** What a ZIP archive says of an entry beside what it holds; a liar says something else. */
interface Entry {
  name: string
  bytes: Buffer
  saysBytes?: number
}

/** A ZIP archive, as a workbook is one. */
export function zipOf(entries: readonly Entry[]): Buffer {
  let at = 0
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  for (const { name, bytes, saysBytes = bytes.length } of entries) {
    const packed = deflateRawSync(bytes)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(saysBytes, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), about, tail, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}

const workbook = '<workbook xmlns:r="r"><sheets><sheet name="一月" sheetId="1" r:id="rId1"/><sheet name="二月" sheetId="2" r:id="rId2"/></sheets></workbook>'
const links = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'

/** A workbook of two sheets, 一月 and 二月, in the parts that are read of one. */
export const workbookOf = (sheet1: string | Buffer, more: readonly Entry[] = []): Buffer => zipOf([
  { name: 'xl/workbook.xml', bytes: Buffer.from(workbook) },
  { name: 'xl/_rels/workbook.xml.rels', bytes: Buffer.from(links) },
  ...(more.some(({ name }) => name === 'xl/worksheets/sheet1.xml') ? [] : [{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(sheet1) }]),
  ...more,
])
