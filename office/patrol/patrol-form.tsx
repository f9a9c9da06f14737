import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { newId } from '#screen/new-id.ts'
import { shrinkPhoto } from '#screen/shrink-photo.ts'
import { CodeChoice } from '../codes/code-choice.tsx'
import { codeIn, noCode, type CodeDraft } from '../codes/code-draft.ts'
import { OpenCaseOf } from '../codes/open-case-of.tsx'
import { Area } from '../controls/area.tsx'
import { Field, FieldSet } from '../controls/field.tsx'
import { Icon } from '../controls/icon.tsx'
import { useDraft } from '../draft.ts'
import { reading } from '../reading.ts'
import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { putIn } from './patrol-store.ts'
import type { PatrolPhoto, PatrolReport } from './report.ts'
import { useHere } from './use-here.ts'

interface Draft {
  words: string
  category?: string
  address: string
  code?: CodeDraft
  apart?: boolean
}
const empty: Draft = { words: '', address: '' }
const photosMax = 9
const townLevel = 4

/** Report in two taps: what kind it is, and send. A photo or words say the rest; where it is the phone knows. */
export function PatrolForm({ county }: { county: number }) {
  const { t, name } = useSay()
  const { me } = useSession()
  const [key, setKey] = useState(newId)
  const { here, askAgain } = useHere()
  const [{ words, category, address, code: coding = noCode, apart = false }, change] = useDraft<Draft>(`${county}-patrol`, empty)
  const [photos, setPhotos] = useState<PatrolPhoto[]>([])
  const [said, setSaid] = useState('')
  const { data: categories } = useQuery({ ...reading('listCategories', { params: { county } }), staleTime: 300_000 })
  const { data: codes } = useQuery({ ...reading('readCodes', { params: { county } }), staleTime: 300_000 })
  const kinds = (categories?.items ?? []).filter(({ key: one }) => !categories?.items.some(({ parent }) => parent === one))
  const home = me.posts.find((post) => post.county === county && post.region.level >= townLevel)?.region
  const kind = kinds.find((one) => one.key === category)
  const isCoded = coding.by !== 'none'
  const chosen = codes && isCoded ? codeIn(coding, codes) : undefined
  const code = chosen && 'type' in chosen ? chosen : undefined
  const byPhoto = code ? t('codes.report.byPhoto', { name: name(code.type.name) }) : kind && !isCoded && t('office.patrol.byPhoto', { category: name(kind.name) })
  const written = words.trim() || (byPhoto && photos.length > 0 ? byPhoto : '')
  const hasPlace = here.is === 'known' || home !== undefined || address.trim() !== ''
  const canSend = written !== '' && hasPlace && (!isCoded || (code !== undefined && photos.length > 0))
  const missing = () => {
    if (isCoded && !code) return 'codes.report.needsCode'
    if (isCoded && photos.length === 0) return 'codes.report.needsPhoto'
    return hasPlace ? 'office.patrol.missing' : 'office.patrol.missingPlace'
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!canSend) return setSaid(t(missing()))
    void putIn(seenNow({ key, county, person: me.person, words: written, category: isCoded ? undefined : category, code: code?.text, apart: (code?.isOne && apart) || undefined, region: home?.id, point: here.is === 'known' ? here.point : undefined, address, photos }))
    change({ words: '', address: '', category: undefined, apart: undefined, code: isCoded ? { ...noCode, by: coding.by } : undefined })
    setPhotos([])
    setSaid('')
    setKey(newId())
    askAgain()
  }
  return (
    <form className="patrol-form" aria-label={t('office.patrol.report')} onSubmit={send}>
      <PhotoButtons
        photos={photos}
        change={(how) => {
          setPhotos(how)
          setSaid('')
        }}
      />
      {codes && codes.types.length > 0 ? <CodeChoice codes={codes} draft={coding} change={(next) => change({ code: { ...coding, ...next }, apart: undefined })} /> : null}
      {code?.isOne && <OpenCaseOf county={county} code={code.text} apart={apart} setApart={(next) => change({ apart: next })} />}
      {!isCoded && (
        <FieldSet label={t('office.patrol.kind')} hint={category ? undefined : t('office.patrol.kindHint')}>
          <div className="channels">
            {kinds.map((one) => (
              <label key={one.key} className="channel">
                <input type="radio" name="patrol-kind" checked={one.key === category} onChange={() => change({ category: one.key })} />
                <span>{name(one.name)}</span>
              </label>
            ))}
          </div>
        </FieldSet>
      )}
      <Field label={t('office.patrol.words')} hint={t('office.patrol.wordsHint')} optional={photos.length > 0 && byPhoto ? t('office.optional') : undefined}>
        {(id, describedBy) => <Area id={id} aria-describedby={describedBy} rows={2} maxLength={10_000} value={words} onChange={(next) => change({ words: next })} />}
      </Field>
      <Field label={t('office.patrol.place')} optional={t('office.optional')} hint={<Where here={here.is} home={home ? name(home.name) : undefined} />}>
        {(id, describedBy) => <input id={id} aria-describedby={describedBy} className="line-input" maxLength={200} value={address} onChange={({ target }) => change({ address: target.value })} />}
      </Field>
      {said && (
        <p className="field-error" role="alert">
          {said}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block className="patrol-send">
        {t('office.patrol.send')}
      </Button>
    </form>
  )
}

function seenNow(seen: Omit<PatrolReport, 'seenAt' | 'nextAt' | 'tries' | 'refused'>): PatrolReport {
  const now = new Date().toISOString()
  return { ...seen, seenAt: now, nextAt: now, tries: 0, refused: null }
}

function Where({ here, home }: { here: 'asking' | 'known' | 'unknown'; home: string | undefined }) {
  const { t } = useSay()
  if (here === 'known') return t('office.patrol.here')
  if (home) return t(here === 'asking' ? 'office.patrol.locating' : 'office.patrol.inHome', { place: home })
  return t('office.patrol.noPlace')
}

function PhotoButtons({ photos, change }: { photos: PatrolPhoto[]; change: (how: (before: PatrolPhoto[]) => PatrolPhoto[]) => void }) {
  const { t } = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [isUnusable, setIsUnusable] = useState(false)
  const add = async (files: File[]) => {
    setIsUnusable(false)
    for (const file of files.slice(0, photosMax - photos.length)) {
      try {
        const { picture } = await shrinkPhoto(file)
        change((before) => [...before, { id: newId(), picture, isThere: false }])
      } catch {
        setIsUnusable(true)
      }
    }
  }
  return (
    <div className="photo-field">
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <Thumb photo={photo} alt={t('office.photos.added', { number: at + 1 })} />
              <button type="button" className="photo-remove" aria-label={t('office.photos.remove', { number: at + 1 })} onClick={() => change((before) => before.filter(({ id }) => id !== photo.id))}>
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isUnusable && (
        <p className="field-error" role="alert">
          {t('office.patrol.unusable')}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        onChange={({ target }) => {
          void add(Array.from(target.files ?? []))
          target.value = ''
        }}
      />
      <Button block size="large" className="patrol-photo" disabled={photos.length >= photosMax} onClick={() => input.current?.click()}>
        <Icon name="camera" size={20} /> {t('office.patrol.photo')}
      </Button>
    </div>
  )
}

function Thumb({ photo: { picture }, alt }: { photo: PatrolPhoto; alt: string }) {
  const url = useMemo(() => URL.createObjectURL(picture), [picture])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return <img src={url} alt={alt} />
}
