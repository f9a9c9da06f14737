import type { Rooms } from '#server/kernel/rooms.ts'

/** Makes the demo county on first start. */
export async function makeDemo(_rooms: Rooms): Promise<void> {}
