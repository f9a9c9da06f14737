/** The instant at which the clock on the wall shows 'YYYY-MM-DD HH:MM' in the demo's zone. */
export const at = (wall: string) => new Date(`${wall.replace(' ', 'T')}:00+08:00`)

/** What the clock on the wall shows at an instant; nothing at none. */
export const wall = (instant: string | null | undefined) => instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
