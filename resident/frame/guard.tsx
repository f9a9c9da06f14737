import { Component, type ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { AlertIcon } from './icons.tsx'
import { useWords } from './use-words.ts'

/**
 * Where a screen could not be fetched, or broke: said in words, with the way on. What was written is on the phone.
 * Give it the path as its key, so that another screen is another try.
 */
export class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useWords()
  return (
    <div className="no-answer" role="alert">
      <AlertIcon size={32} />
      <p className="no-answer-title">{t('answer.broken')}</p>
      <p className="faint">{t('answer.brokenMore')}</p>
      <Button onClick={() => location.reload()}>{t('answer.again')}</Button>
    </div>
  )
}
