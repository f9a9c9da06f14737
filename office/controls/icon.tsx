/** Thin strokes on a grid of 16, in the colour of the text around. Always beside words or inside a named button. */
const strokes = {
  work: 'M2.5 5.5h11v8h-11zM6 5.5v-2h4v2M2.5 9h11',
  intake: 'M2.5 9.5h3l1 2h3l1-2h3M2.5 9.5v4h11v-4l-2-6h-7zM8 2v5M6 5.2 8 7.2l2-2',
  entry: 'M3.4 2.5h2.4l1.2 3-1.6 1.2a8 8 0 0 0 3.9 3.9l1.2-1.6 3 1.2v2.4c0 .5-.4.9-.9.9A10.1 10.1 0 0 1 2.5 3.4c0-.5.4-.9.9-.9z',
  dispatch: 'M3 8h6M9 8l3.5-4M9 8l3.5 4M12.5 4h-2.6M12.5 4v2.6M12.5 12h-2.6M12.5 12V9.4',
  decisions: 'M5.5 2.5h5v2a2.5 2.5 0 0 1-1 2L9 9.5H7l-.5-3a2.5 2.5 0 0 1-1-2zM3 9.5h10v2.5H3zM3 13.8h10',
  cases: 'M4 2.5h6l2.5 2.5v8.5H4zM6.5 7.5h4M6.5 10.5h4',
  callbacks: 'M2.5 3h11v7.5h-6L4.5 13v-2.5h-2zM6 6.8l1.4 1.4L10.4 5.2',
  patrol: 'M8 14s4.6-4.3 4.6-7.6A4.6 4.6 0 0 0 8 1.8a4.6 4.6 0 0 0-4.6 4.6C3.4 9.7 8 14 8 14zM8 4.9a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z',
  memberships: 'M2.5 13.5V7L8 2.8 13.5 7v6.5zM6.2 13.5V9.6h3.6v3.9',
  figures: 'M2.5 13.5h11M4 13.5V9M8 13.5v-7M12 13.5V3',
  imports: 'M8 2.5v7M5 6.7l3 3 3-3M2.5 10.5v3h11v-3',
  settings: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M8.5 3v3h3V3zM4.5 10v3h3v-3z',
  bell: 'M8 2.2a4 4 0 0 0-4 4v3.3L2.8 11.5h10.4L12 9.5V6.2a4 4 0 0 0-4-4zM6.5 13.5h3',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.6v1.6M8 12.8v1.6M1.6 8h1.6M12.8 8h1.6M3.5 3.5l1.1 1.1M11.4 11.4l1.1 1.1M3.5 12.5l1.1-1.1M11.4 4.6l1.1-1.1',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z',
  person: 'M8 2.6a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM2.8 13.6c.5-2.6 2.6-3.9 5.2-3.9s4.7 1.3 5.2 3.9',
  back: 'M9.8 3.2 5 8l4.8 4.8',
  forward: 'M6.2 3.2 11 8l-4.8 4.8',
  down: 'M3.2 6 8 10.8 12.8 6',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  camera: 'M2.5 5h2.7L6.4 3.3h3.2L10.8 5h2.7v8h-11zM8 6.6a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 4.8V8l2.2 1.6',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  lock: 'M4 7.2h8v6.3H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.6v2.2h-2.2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  print: 'M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.5h7v4h-7z',
  check: 'M3 8.4 6.4 11.8 13 4.6',
  keys: 'M1.8 4h12.4v8H1.8zM4 6.6h.01M6.6 6.6h.01M9.3 6.6h.01M12 6.6h.01M4.6 9.6h6.8',
} as const

export type IconName = keyof typeof strokes

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}
