import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { Masked } from '#contract/cases.ts'
import { call } from '#screen/api.ts'
import { Icon } from '../controls/icon.tsx'
import { useWhy } from '../controls/why.ts'
import { useSay } from '../say.ts'

interface Props {
  label: string
  masked: Masked
  county: number
  /** The case that it is opened for. */
  subject?: string
}

const purposes = ['contact', 'visit', 'verify', 'other'] as const
type Purpose = (typeof purposes)[number]

/** A value with stars. Whoever opens it says why first, and the person it is about can see who looked. */
export function MaskedValue({ label, masked, county, subject }: Props) {
  const { t } = useSay()
  const why = useWhy()
  const id = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>('contact')
  const [words, setWords] = useState('')
  const opening = useMutation({
    mutationFn: () =>
      call('openPersonalField', {
        params: { county },
        body: { field: masked.field, row: masked.row, case: subject, purpose, words: words.trim() || undefined },
      }),
    onSuccess: () => setIsAsking(false),
  })
  const open = (event: FormEvent) => {
    event.preventDefault()
    opening.mutate()
  }
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>
        <span className={opening.data ? 'opened figures' : 'figures'}>{opening.data?.value ?? masked.value}</span>
        {!opening.data && (
          <button
            type="button"
            className="open-button"
            aria-expanded={isAsking}
            aria-controls={id}
            aria-label={t('office.opening.open', { label })}
            onClick={() => setIsAsking(!isAsking)}
          >
            <Icon name="eye" /> {t('office.opening.see')}
          </button>
        )}
        {isAsking && (
          <form className="opening" id={id} onSubmit={open}>
            <fieldset>
              <legend>{t('office.opening.why')}</legend>
              {purposes.map((one) => (
                <label key={one} className="check">
                  <input type="radio" name={id} checked={purpose === one} onChange={() => setPurpose(one)} />
                  {t(`personal.openingPurposes.${one}`)}
                </label>
              ))}
            </fieldset>
            {purpose === 'other' && (
              <Input
                aria-label={t('office.opening.words')}
                placeholder={t('office.opening.words')}
                required
                maxLength={200}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
            <p className="field-hint">{t('office.opening.known')}</p>
            {opening.error && (
              <p className="field-error" role="alert">
                {why(opening.error)}
              </p>
            )}
            <Button
              htmlType="submit"
              size="small"
              loading={opening.isPending}
              disabled={purpose === 'other' && !words.trim()}
            >
              {t('office.opening.show')}
            </Button>
          </form>
        )}
      </dd>
    </div>
  )
}
