import config from './playwright.config.ts'
export default { ...config, projects: (['zh', 'en'] as const).map((language) => ({ name: language, testMatch: 'tmp-looks.spec.ts', use: { language, locale: language === 'zh' ? 'zh-CN' : 'en-GB' } })) }
