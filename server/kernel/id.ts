import { v7 } from 'uuid'

/** A new id: a UUIDv7, so rows made together lie together. */
export const uuidv7 = (): string => v7()
