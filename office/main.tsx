import '#screen/tokens.css'
import './style/office.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { callAs } from '#screen/api.ts'
import { startAppearance } from '#screen/appearance.ts'
import { startWords } from '#screen/words.ts'
import { loadWords } from './load-words.ts'
import { Office } from './office.tsx'

callAs({ app: 'office' })
startAppearance()
const chooseLanguage = await startWords(loadWords)

createRoot(document.getElementById('office')!).render(
  <StrictMode>
    <Office chooseLanguage={chooseLanguage} />
  </StrictMode>,
)
