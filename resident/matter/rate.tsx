import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Matter, Rating } from '#contract/matters.ts'
import { call } from '#screen/api.ts'
import { matterKey, mattersKey } from '../asking/matters.ts'
import { useFailureWords } from '../controls/answer.tsx'
import { Button } from '../controls/button.tsx'
import { Choice } from '../controls/choice.tsx'
import { Field, FieldError } from '../controls/field.tsx'
import { Told } from '../controls/told.tsx'
import { useWords } from '../frame/use-words.ts'
import './rate.css'

const grades = ['1', '2', '3', '4', '5'] as const
type Grade = (typeof grades)[number]
/** Where it was not taken in, the reason is the answer. */
const answering = ['case.answered', 'case.declined']

/** The resident's verdict, in three questions: the answer above them is what is judged. `sendBy`: where no session says whose it is. */
export function Rate({ matter: { county, id, state, steps }, sendBy }: { matter: Matter; sendBy?: (rating: Rating) => Promise<unknown> }) {
  const t = useWords()
  const client = useQueryClient()
  const inWords = useFailureWords()
  const [contacted, setContacted] = useState<'yes' | 'no' | null>(null)
  const [solved, setSolved] = useState<Rating['solved'] | null>(null)
  const [satisfied, setSatisfied] = useState<Grade | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const answer = steps.filter(({ kind, words: said }) => answering.includes(kind) && said).pop()?.words
  const isMissing = contacted === null || solved === null || satisfied === null

  const send = async () => {
    setTried(true)
    if (contacted === null || solved === null || satisfied === null) return
    setBusy(true)
    setFailure(null)
    const body = { contacted: contacted === 'yes', solved, satisfied: Number(satisfied), ...(words.trim() && { words: words.trim() }) }
    try {
      await (sendBy ? sendBy(body) : call('rateMatter', { params: { county, id }, body }))
      void client.invalidateQueries({ queryKey: mattersKey })
      await client.invalidateQueries({ queryKey: matterKey(county, id) })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }

  return (
    <section className="matter-part waiting-part" aria-labelledby="rate">
      <h2 id="rate">{t(state === 'declined' ? 'rate.titleDeclined' : 'rate.title')}</h2>
      {answer && (
        <figure>
          <figcaption className="faint">{t('rate.answer')}</figcaption>
          <blockquote className="matter-question">{answer}</blockquote>
        </figure>
      )}
      <Choice legend={t('rate.contacted')} look="segments" value={contacted} onChoose={setContacted}
        options={[{ value: 'yes', label: t('rate.contactedYes') }, { value: 'no', label: t('rate.contactedNo') }]} />
      <Choice legend={t('rate.solved')} look="segments" value={solved} onChoose={setSolved}
        options={[{ value: 'yes', label: t('rate.solvedYes') }, { value: 'partly', label: t('rate.solvedPartly') }, { value: 'no', label: t('rate.solvedNo') }]} />
      <Choice legend={t('rate.satisfied')} look="segments" value={satisfied} onChoose={setSatisfied}
        options={grades.map((grade) => ({ value: grade, label: grade, more: t(`rate.grades.${grade}`) }))} />
      <Field label={t('rate.words')} optional={t('report.optional')}>
        {(tied) => <textarea {...tied} className="input rate-words" rows={2} maxLength={2_000} value={words} onChange={({ target }) => setWords(target.value)} />}
      </Field>
      {tried && isMissing && <FieldError>{t('rate.missing')}</FieldError>}
      {failure !== null && <Told tone="attention" aloud>{inWords(failure)}</Told>}
      <Button look="fill" size="large" busy={busy} onClick={() => void send()}>{t('rate.send')}</Button>
    </section>
  )
}
