/** First the apps that call themselves by a browser's name too, then the browsers. */
const browsers: [RegExp, { zh: string; en: string }][] = [
  [/MicroMessenger/i, { zh: '微信', en: 'WeChat' }],
  [/HuaweiBrowser/i, { zh: '华为浏览器', en: 'Huawei Browser' }],
  [/MiuiBrowser/i, { zh: '小米浏览器', en: 'Mi Browser' }],
  [/QQBrowser/i, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/UCBrowser/i, { zh: 'UC 浏览器', en: 'UC Browser' }],
  [/Edg/i, { zh: 'Edge', en: 'Edge' }],
  [/Firefox|FxiOS/i, { zh: 'Firefox', en: 'Firefox' }],
  [/Chrome|CriOS/i, { zh: 'Chrome', en: 'Chrome' }],
  [/Safari/i, { zh: 'Safari', en: 'Safari' }],
]

const systems: [RegExp, { zh: string; en: string }][] = [
  [/iPhone/, { zh: 'iPhone', en: 'iPhone' }],
  [/iPad/, { zh: 'iPad', en: 'iPad' }],
  [/HarmonyOS|OpenHarmony/i, { zh: '鸿蒙手机', en: 'HarmonyOS' }],
  [/Android/, { zh: '安卓手机', en: 'Android' }],
  [/Windows/, { zh: 'Windows 电脑', en: 'Windows' }],
  [/Macintosh|Mac OS/, { zh: 'Mac 电脑', en: 'Mac' }],
  [/Linux|X11/, { zh: 'Linux 电脑', en: 'Linux' }],
]

/** What a person would call the device that a browser's long self-description stands for; null where it tells nothing. */
export function deviceWords(described: string, language: 'zh' | 'en'): string | null {
  const found = (list: typeof browsers) => list.find(([pattern]) => pattern.test(described))?.[1][language]
  return [found(systems), found(browsers)].filter(Boolean).join(' · ') || null
}
