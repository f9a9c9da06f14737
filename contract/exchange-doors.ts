/** What a program's key may open. It stands by itself, so that screens can read it without TypeBox. */
export const clientDoors = ['open311', 'orders'] as const
export type ClientDoor = (typeof clientDoors)[number]
