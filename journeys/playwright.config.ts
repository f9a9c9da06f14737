import { defineConfig, type PlaywrightTestProject } from '@playwright/test'
import { findChromium } from '../launch/machine.js'
import type { Settings } from './story.ts'

const languages = { zh: 'zh-CN', en: 'en-GB' } as const
type Language = keyof typeof languages

/** Every story with the languages that it is told in at every run; the longest first, so that two workers end together. */
const stories: Record<string, Language[]> = {
  'looks': ['zh', 'en'],
  'whole-way': ['zh', 'en'],
  'elder': ['zh'],
  'figures': ['zh'],
  'leaders-gate': ['zh'],
  'machines': ['en'],
  'another-platform': ['zh'],
  'rules': ['en'],
  'petition': ['zh'],
  'supervision': ['en'],
  'ownership': ['zh'],
  'authority': ['zh'],
  'privacy': ['zh'],
  'bad-network': ['zh'],
  'joining': ['zh'],
  'installed': ['zh'],
  'voice': ['en'],
  'two-at-once': ['zh'],
  'single-sign-on': ['zh'],
  'advice': ['en'],
  'hotline': ['zh'],
  'stationed': ['en'],
  'task-group': ['zh'],
  'together': ['en'],
  'patrol': ['zh'],
  'collector': ['zh'],
  'tip-off': ['en'],
  'tracks': ['zh'],
  'digest': ['en'],
  'home-weight': ['zh'],
  'missing-glyph': ['zh'],
}

/** Told in both languages only where all are asked for, and for the pictures of the docs. */
const hasPicturesInBoth = [
  'elder', 'figures', 'leaders-gate', 'machines', 'another-platform', 'rules', 'petition', 'supervision', 'ownership', 'voice', 'advice', 'hotline', 'stationed',
  'task-group', 'together', 'patrol', 'tip-off', 'tracks', 'digest',
]
const isAll = process.env.LANGUAGES === 'all' || process.env.PICTURES === 'docs'

/** One project per story and language: each has a browser and a product of its own, so no story meets another's traces. */
const told = Object.entries(stories).flatMap(([story, everyRun]) => {
  const inLanguages: Language[] = isAll && hasPicturesInBoth.includes(story) ? ['zh', 'en'] : everyRun
  return inLanguages.map((language) => projectOf(story, language))
})

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
