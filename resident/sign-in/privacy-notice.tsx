import { useQuery } from '@tanstack/react-query'
import { Answer } from '../controls/answer.tsx'
import { Bone } from '../controls/skeleton.tsx'
import { ScreenTop } from '../frame/screen-top.tsx'
import { useWords } from '../frame/use-words.ts'
import { NoticeText } from './notice-text.tsx'
import { askPrivacyNotice } from './privacy.ts'
import './sign-in.css'

export function PrivacyNotice() {
  const t = useWords()
  const notice = useQuery(askPrivacyNotice)
  return (
    <>
      <ScreenTop title={t('privacy.title')} back="/me" />
      <Answer of={notice} skeleton={<Bone height="24rem" />}>
        {({ text, version }) => (
          <>
            <NoticeText text={text} />
            <p className="faint">{t('privacy.version', { version })}</p>
          </>
        )}
      </Answer>
    </>
  )
}
