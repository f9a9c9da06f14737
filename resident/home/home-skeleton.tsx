import { Bone } from '../controls/skeleton.tsx'
import { RowsSkeleton } from '../matters/rows-skeleton.tsx'
import './home.css'

export const HomeSkeleton = () => (
  <div className="home">
    <div className="home-top">
      <div className="home-greeting">
        <p><Bone width="7rem" height="1.1rem" /></p>
        <Bone width="12rem" height="2.2rem" />
      </div>
    </div>
    <Bone height="7.5rem" />
    <RowsSkeleton count={3} />
  </div>
)
