/** The product's mark: a seal with its two characters. */
export function Seal({ size = 34 }: { size?: number }) {
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="33" height="33" rx="4" />
      <text x="17" y="22.6" textAnchor="middle" fontSize="14.5">
        共治
      </text>
    </svg>
  )
}
