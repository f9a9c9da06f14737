/** How the screen is lit: as the device is, or always light, or always dark. */
export type Appearance = 'auto' | 'light' | 'dark'

const kept = 'gongzhi-appearance'
const night = () => matchMedia('(prefers-color-scheme: dark)')

/** Puts the chosen appearance on the page and follows the device from now on. Call once, before anything is drawn. */
export function startAppearance() {
  apply()
  night().addEventListener('change', apply)
}

export function chosenAppearance(): Appearance {
  const chosen = localStorage.getItem(kept)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

export function chooseAppearance(chosen: Appearance) {
  if (chosen === 'auto') localStorage.removeItem(kept)
  else localStorage.setItem(kept, chosen)
  apply()
}

/** What is on the page now. */
export const isDark = () => document.documentElement.dataset.appearance === 'dark'

function apply() {
  const chosen = chosenAppearance()
  const dark = chosen === 'dark' || (chosen === 'auto' && night().matches)
  document.documentElement.dataset.appearance = dark ? 'dark' : 'light'
}
