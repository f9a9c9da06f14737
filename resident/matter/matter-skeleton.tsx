import { Bone } from '../controls/skeleton.tsx'
import './matter.css'

export const MatterSkeleton = () => (
  <div className="matter">
    <div className="matter-state">
      <Bone width="8rem" height="2.6rem" />
      <Bone width="14rem" height="1.2rem" />
    </div>
    <Bone height="7rem" />
    <Bone height="12rem" />
  </div>
)
