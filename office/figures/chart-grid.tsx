/** Lines across a chart, each with what it stands for. */
export function Grid({ marks, left, width }: { marks: { y: number; text: string }[]; left: number; width: number }) {
  return marks.map(({ y, text }) => (
    <g key={text}>
      <line className="grid" x1={left} x2={width} y1={y} y2={y} />
      <text x={left - 6} y={y + 3.5} textAnchor="end">
        {text}
      </text>
    </g>
  ))
}

/** The next round even number, so that half of it is whole. */
export function niceAbove(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 4, 6, 8, 10].map((times) => times * unit).find((nice) => nice >= most && nice % 2 === 0) ?? 2
}
