import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { noticesKey } from '../asking/notices.ts'
import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { useChooseLanguage, useLanguage, useWords } from '../frame/use-words.ts'

const names = { zh: '中文', en: 'English' }

/** Each language is named in itself, so that whoever can't read the page finds theirs. */
export function LanguageSwitch({ look }: { look: 'quiet' | 'segments' }) {
  const t = useWords()
  const language = useLanguage()
  const choose = useChooseLanguage()
  const client = useQueryClient()
  const [failed, setFailed] = useState(false)
  const change = (chosen: 'zh' | 'en') => {
    setFailed(false)
    // Notices carry names that the server has put into the language.
    choose(chosen).then(() => client.invalidateQueries({ queryKey: noticesKey })).catch(() => setFailed(true))
  }
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      {look === 'quiet'
        ? <Button look="quiet" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => change(other)}>{names[other]}</Button>
        : <Choice legend={t('me.language')} look="segments" value={language} onChoose={change}
            options={[{ value: 'zh', label: <span lang="zh-CN">{names.zh}</span> }, { value: 'en', label: <span lang="en">{names.en}</span> }]} />}
      {failed && <p className="faint" role="alert">{t('answer.noNetwork')}</p>}
    </>
  )
}
