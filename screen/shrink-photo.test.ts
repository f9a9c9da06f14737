import { expect, test } from 'vitest'
import { isHeic } from './shrink-photo.ts'

const bytes = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0))

test.each([
  ['by its name', 'IMG_0001.HEIC', '', '', true],
  ['by its type', 'image', 'image/heic', '', true],
  ['by its first bytes', 'image.jpg', 'image/jpeg', '\0\0\0\x18ftypheic\0\0\0\0', true],
  ['not a JPEG', 'a.jpg', 'image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF', false],
  ['not a film', 'a.mp4', 'video/mp4', '\0\0\0\x18ftypisom\0\0\0\0', false],
  ['not an empty file', '', '', '', false],
])('HEIC is known %s', (_, name, type, head, known) => {
  expect(isHeic(name, type, bytes(head))).toBe(known)
})
