import { defineConfig, type PlaywrightTestProject } from '@playwright/test'
import { findChromium } from '../launch/machine.js'
import type { Settings } from './story.ts'

const languages = { zh: 'zh-CN', en: 'en-GB' } as const
type Language = keyof typeof languages

/** Every story with the languages that it is told in; the longest first, so that two workers end together. */
const stories: Record<string, Language[]> = {
  'looks': ['zh', 'en'],
  'whole-way': ['zh', 'en'],
  'elder': ['zh', 'en'],
  'figures': ['zh', 'en'],
  'leaders-gate': ['zh', 'en'],
  'machines': ['zh', 'en'],
  'rules': ['zh', 'en'],
  'petition': ['zh', 'en'],
  'supervision': ['zh', 'en'],
  'ownership': ['zh', 'en'],
  'authority': ['zh'],
  'privacy': ['zh'],
  'bad-network': ['zh'],
  'joining': ['zh'],
  'installed': ['zh'],
  'voice': ['zh', 'en'],
  'two-at-once': ['zh'],
  'single-sign-on': ['zh'],
  'advice': ['zh', 'en'],
  'hotline': ['zh', 'en'],
  'stationed': ['zh', 'en'],
  'task-group': ['zh', 'en'],
  'together': ['zh', 'en'],
  'patrol': ['zh', 'en'],
  'tip-off': ['zh', 'en'],
  'tracks': ['zh', 'en'],
  'digest': ['zh', 'en'],
  'home-weight': ['zh'],
  'missing-glyph': ['zh'],
}

/** One project per story and language: each has a browser and a product of its own, so no story meets another's traces. */
const told = Object.entries(stories).flatMap(([story, inLanguages]) => inLanguages.map((language) => projectOf(story, language)))

export default defineConfig<Settings>({
  testDir: '.',
  outputDir: '../test-results/journeys',
  globalSetup: './make-template.ts',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Far beyond what a story needs: a slow machine is no fault of the product.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    launchOptions: { executablePath: findChromium(), args: browserArguments(), chromiumSandbox: process.getuid?.() !== 0 },
  },
  projects: [
    ...told,
    // Compares what ran with the table of capabilities, so it comes when all others are done.
    { ...projectOf('capabilities', 'zh'), dependencies: told.map(({ name }) => name!) },
  ],
})

function projectOf(story: string, language: Language): PlaywrightTestProject<Settings> {
  return { name: `${story} ${language}`, testMatch: `${story}.spec.ts`, use: { language, locale: languages[language] } }
}

/** Nothing calls home, and the map's WebGL is drawn without a graphics card. */
function browserArguments(): string[] {
  return [
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu',
    '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--font-render-hinting=none',
  ]
}
