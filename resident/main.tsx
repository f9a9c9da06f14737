import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { callAs } from '#screen/api.ts'
import { startAppearance } from '#screen/appearance.ts'
import '#screen/tokens.css'
import { startWords } from '#screen/words.ts'
import { App } from './app.tsx'
import { askMe } from './asking/me.ts'
import { newQueryClient } from './asking/query-client.ts'
import { askSettings } from './asking/settings.ts'
import './base.css'
import { startElderMode } from './elder/elder-mode.ts'
import './elder/elder.css'
import { ChooseLanguage } from './frame/use-words.ts'
import { keepInstallOffer } from './install/install.ts'
import { nameAppInLanguage } from './install/name-in-language.ts'
import { keepForNoNetwork } from './offline/keep-for-no-network.ts'
import { loadWords } from './load-words.ts'

const root = document.getElementById('root')!
startAppearance()
startElderMode()
keepInstallOffer()
callAs({ app: 'resident' })
void start().catch(tellNotLoaded)

async function start() {
  const client = newQueryClient()
  void client.prefetchQuery(askSettings)
  void client.prefetchQuery(askMe)
  const chooseLanguage = await startWords(loadWords)
  nameAppInLanguage()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ChooseLanguage value={chooseLanguage}>
          <App />
        </ChooseLanguage>
      </QueryClientProvider>
    </StrictMode>,
  )
  keepForNoNetwork()
}

/** The words themselves did not arrive, so this is said in both languages. */
function tellNotLoaded() {
  const words = document.createElement('p')
  words.textContent = '页面没有打开，请检查网络。The page did not load. Please check your connection.'
  const again = document.createElement('button')
  again.textContent = '重试 Try again'
  again.className = 'button line'
  again.addEventListener('click', () => location.reload())
  const box = document.createElement('div')
  box.className = 'not-loaded'
  box.append(words, again)
  root.replaceChildren(box)
}
