import { Segmented } from 'antd'
import { createElement, type ComponentType } from 'react'
import { useSay } from '../../say.ts'
import type { PartProps } from '../settings-page.tsx'
import { useSettingsSearch } from '../use-settings-search.ts'
import { Clients } from './clients.tsx'
import { Deliveries } from './deliveries.tsx'
import { Rules } from './rules.tsx'
import { Signals } from './signals.tsx'
import { Sources } from './sources.tsx'

const lists = { clients: Clients, sources: Sources, rules: Rules, signals: Signals, deliveries: Deliveries } as const satisfies Record<
  string,
  ComponentType<PartProps>
>
type List = keyof typeof lists
const kinds = Object.keys(lists) as List[]

/** What comes from outside and goes there: programs with their keys, signal sources and their rules, what was told to whom. */
export function Exchange(props: PartProps) {
  const { t } = useSay()
  const { search, set } = useSettingsSearch()
  const shown = kinds.find((one) => one === search.of) ?? 'clients'
  return (
    <>
      <Segmented
        className="exchange-kinds"
        aria-label={t('exchange.part')}
        value={shown}
        onChange={(of) => set({ of, open: undefined })}
        options={kinds.map((value) => ({ value, label: t(`exchange.kinds.${value}`) }))}
      />
      <p className="soft exchange-lead">{t(`exchange.${shown}.lead`)}</p>
      {createElement(lists[shown], props)}
    </>
  )
}
