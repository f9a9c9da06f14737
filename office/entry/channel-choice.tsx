import { useSay } from '../say.ts'
import { channels, type Channel } from './entry-draft.ts'

/** By which way it came; the arrow keys choose. */
export function ChannelChoice({ value, onChange }: { value: Channel; onChange: (channel: Channel) => void }) {
  const { t } = useSay()
  return (
    <fieldset className="field">
      <legend className="field-label">{t('office.entry.channel')}</legend>
      <div className="channels">
        {channels.map((channel) => (
          <label key={channel} className="channel">
            <input type="radio" name="entry-channel" checked={value === channel} onChange={() => onChange(channel)} />
            <span>{t(`casework.channels.${channel}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
