import { useQuery } from '@tanstack/react-query'
import { call } from '#screen/api.ts'
import { Button } from '../controls/button.tsx'
import { useName, useWords } from '../frame/use-words.ts'

/** In demo mode only: the residents that there are, to be tapped. */
export function DemoPhones({ onChoose }: { onChoose: (phone: string) => void }) {
  const t = useWords()
  const name = useName()
  const accounts = useQuery({ queryKey: ['demo-accounts'], queryFn: async () => (await call('listDemoAccounts')).items })
  const residents = accounts.data?.filter(({ app, phone }) => app === 'resident' && phone) ?? []
  if (residents.length === 0) return null
  return (
    <section className="demo" aria-labelledby="demo-title">
      <p id="demo-title"><span className="demo-mark">{t('demo.mark')}</span>{t('demo.choose')}</p>
      <ul>
        {residents.map((one) => (
          <li key={one.phone}>
            <Button className="demo-account" onClick={() => onChoose(one.phone!)}>
              <span>{name(one.name)}</span>
              <span className="faint">{name(one.part)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
