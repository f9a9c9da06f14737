import { useSay } from '../../say.ts'
import { useSettingsSearch } from '../use-settings-search.ts'

const views = ['force', 'draft', 'history'] as const
export type BookView = (typeof views)[number]

/** What is in force, what may come, what was. */
export function BookViews({ mayChange }: { mayChange: boolean }) {
  const { t } = useSay()
  const { search, set } = useSettingsSearch()
  const current: BookView = search.view ?? 'force'
  return (
    <nav className="book-views" aria-label={t('policies.views.label')}>
      {views
        .filter((view) => view !== 'draft' || mayChange)
        .map((view) => (
          <button
            key={view}
            type="button"
            className="view-button"
            aria-pressed={view === current}
            onClick={() => set({ view: view === 'force' ? undefined : view, open: undefined })}
          >
            {t(`policies.views.${view}`)}
          </button>
        ))}
    </nav>
  )
}
