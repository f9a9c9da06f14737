import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import type { Language } from '#screen/words.ts'
import { ChooseLanguage } from './language.ts'
import { newMemory } from './memory.ts'
import { recallAnswers } from './patrol/keep-offline.ts'
import { newRouter } from './routes.tsx'
import { Theme } from './theme.tsx'

/** The whole app. */
export function Office({ chooseLanguage }: { chooseLanguage: (language: Language) => Promise<void> }) {
  const [{ memory, router }] = useState(start)
  return (
    <ChooseLanguage value={chooseLanguage}>
      <Theme>
        <QueryClientProvider client={memory}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Theme>
    </ChooseLanguage>
  )
}

function start() {
  const memory = newMemory(() => {
    // Whoever signs in next reads everything anew; what was typed is kept by its drafts.
    if (router.state.location.pathname.startsWith('/sign-in')) return
    memory.removeQueries({ queryKey: ['readMe'] })
    void router.invalidate()
  })
  recallAnswers(memory, location.pathname)
  const router = newRouter(memory)
  return { memory, router }
}
