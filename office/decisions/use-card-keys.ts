import { useEffect } from 'react'
import { isTyping } from '../controls/is-typing.ts'

const cardOf = (one: Element | null) => one?.closest<HTMLElement>('.decisions > li') ?? null

/** j and k walk the cards, x selects the one that has the focus. Deciding is left to the buttons: no key decides by mistake. */
export function useCardKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      const cards = [...document.querySelectorAll<HTMLElement>('.decisions > li')]
      const at = cards.indexOf(cardOf(document.activeElement)!)
      if (event.key === 'x') cardOf(document.activeElement)?.querySelector<HTMLInputElement>('.decision-select input')?.click()
      else if (event.key === 'j') focusIn(cards[at + 1] ?? cards.at(-1))
      else if (event.key === 'k') focusIn(cards[Math.max(at - 1, 0)])
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const focusIn = (card: HTMLElement | undefined) => card?.querySelector<HTMLElement>('h2 a, .decided')?.focus()
