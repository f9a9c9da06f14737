import { Bone } from '../controls/skeleton.tsx'
import './rows.css'

/** As many rows as are likely, each as high as a real one. */
export const RowsSkeleton = ({ count }: { count: number }) => (
  <ul className="rows">
    {Array.from({ length: count }, (_, at) => (
      <li key={at} className="row">
        <div className="row-words">
          <Bone width={`${88 - at * 11}%`} height="1.25rem" />
          <span className="row-meta row-meta-coming"><Bone width="9rem" height="1rem" /></span>
        </div>
      </li>
    ))}
  </ul>
)
