import './seal.css'

/** The mark of the house, as a square seal. */
export const Seal = ({ size }: { size?: 'small' | 'large' }) => (
  <span className={size === 'large' ? 'seal seal-large' : 'seal'} aria-hidden="true" lang="zh-CN">
    <span>共</span>
    <span>治</span>
  </span>
)
