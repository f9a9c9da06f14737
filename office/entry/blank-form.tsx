import { useSay } from '../say.ts'
import { useSession } from '../session.ts'
import { channels } from './entry-draft.ts'

/** A form to be filled in by hand: what the screen asks, with room to write. */
export function BlankForm({ county }: { county: number }) {
  const { t, name } = useSay()
  const { me } = useSession()
  const post = me.posts.find((one) => one.county === county)
  const row = (label: string, size: 'line' | 'tall' = 'line') => (
    <tr className={size === 'tall' ? 'paper-tall' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={3} aria-label={t('office.entry.paper.blank')} />
    </tr>
  )
  return (
    <article className="paper" aria-labelledby="paper-heading">
      <h2 id="paper-heading">{t('office.entry.paper.formTitle')}</h2>
      {post && <p className="paper-of">{name(post.body.name)}</p>}
      <table className="paper-form">
        <tbody>
          <tr>
            <th scope="row">{t('office.entry.paper.received')}</th>
            <td aria-label={t('office.entry.paper.blank')} />
            <th scope="row">{t('office.entry.paper.by')}</th>
            <td aria-label={t('office.entry.paper.blank')} />
          </tr>
          <tr>
            <th scope="row">{t('office.entry.paper.channel')}</th>
            <td colSpan={3}>
              {channels
                .filter((one) => one !== 'paper')
                .map((channel) => (
                  <span key={channel} className="paper-box">
                    □ {t(`casework.channels.${channel}`)}
                  </span>
                ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('office.entry.paper.name')}</th>
            <td aria-label={t('office.entry.paper.blank')} />
            <th scope="row">{t('office.entry.paper.phone')}</th>
            <td aria-label={t('office.entry.paper.blank')} />
          </tr>
          {row(t('office.entry.paper.place'))}
          {row(t('office.entry.paper.category'))}
          {row(t('office.entry.paper.words'), 'tall')}
          {row(t('office.entry.paper.done'), 'tall')}
          {row(t('office.entry.paper.entered'))}
        </tbody>
      </table>
    </article>
  )
}
