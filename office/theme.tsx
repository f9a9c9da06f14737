import { ConfigProvider, theme as antd } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useSay } from './say.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

/** Drawn alone: antd's own says “loading” in the button's name, and may stay there unseen after a quick answer. */
const loadingIcon = <span className="busy-mark" aria-hidden="true" />

/** Gives antd's controls our tokens, so that there is one set of colours. */
export function Theme({ children }: { children: ReactNode }) {
  const { language } = useSay()
  const appearance = useSyncExternalStore(followAppearance, () => document.documentElement.dataset.appearance)
  const theme = useMemo(() => themeFor(appearance === 'dark'), [appearance])
  return (
    <ConfigProvider
      theme={theme}
      csp={nonce ? { nonce } : undefined}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false, loadingIcon }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}

function followAppearance(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-appearance'] })
  return () => observer.disconnect()
}

function themeFor(isDark: boolean) {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: token('green-fill'),
      colorPrimaryHover: token('green-fill-pressed'),
      colorPrimaryActive: token('green-fill-pressed'),
      colorPrimaryText: token('green'),
      colorLink: token('green'),
      colorLinkHover: token('green'),
      colorLinkActive: token('green'),
      colorError: token('vermilion'),
      colorErrorText: token('vermilion'),
      colorWarning: token('ochre'),
      colorSuccess: token('green'),
      colorInfo: token('green'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-soft'),
      colorTextTertiary: token('ink-faint'),
      colorTextPlaceholder: token('ink-faint'),
      colorTextDescription: token('ink-faint'),
      colorTextDisabled: token('ink-faint'),
      colorIcon: token('ink-faint'),
      colorBgBase: token('paper'),
      colorBgLayout: token('paper'),
      colorBgContainer: token('raised'),
      colorBgElevated: token('raised'),
      colorBgContainerDisabled: token('sunk'),
      colorBorder: token('rule-strong'),
      colorBorderDisabled: token('rule'),
      colorBorderSecondary: token('rule'),
      colorSplit: token('rule'),
      controlItemBgHover: token('sunk'),
      controlItemBgActive: token('green-wash'),
      controlItemBgActiveHover: token('green-wash'),
      controlOutline: 'transparent',
      boxShadow: `0 6px 24px ${token('shade')}`,
      boxShadowSecondary: `0 6px 24px ${token('shade')}`,
      fontFamily: token('face'),
      fontSize: 14,
      borderRadius: 5,
      borderRadiusLG: 6,
      borderRadiusSM: 4,
      controlHeight: 34,
      controlHeightSM: 28,
      controlHeightLG: 42,
      lineWidthFocus: 2,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Segmented: { itemSelectedBg: token('raised'), trackBg: token('sunk') },
      Select: { optionSelectedBg: token('green-wash'), optionSelectedColor: token('ink') },
      Tooltip: { colorBgSpotlight: token('ink'), colorTextLightSolid: token('paper') },
    },
  }
}
