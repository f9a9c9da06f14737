/**
 * The law of the house, as data. What is judged and how stands in the judge-….ts files beside this one;
 * whoever adds a module, a pure kernel file or a library changes only this page.
 */

/** Modules, lowest floor first. A module may use only modules on lower floors. */
export const floors: readonly (readonly string[])[] = [
  ['regions'],
  ['identity'],
  ['trail', 'files', 'notices', 'ledger'],
  ['casework', 'boards', 'deliberation', 'ballots', 'timebank', 'shops'],
  ['command', 'exchange', 'insight', 'oversight'],
]

/** Folders of the server that stand above the modules: they know the house, and enter any module through its door. */
export const foldersAbove: readonly string[] = ['demo']

/** Rooms and the rooms that each may import from. What is no room here (bench, journeys, deploy) is outside the law. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  contract: ['contract'],
  words: ['words', 'contract'],
  server: ['server', 'contract', 'words'],
  screen: ['screen', 'contract', 'words'],
  office: ['office', 'screen', 'contract', 'words'],
  resident: ['resident', 'screen', 'contract', 'words'],
}

/** Rooms whose code runs in a phone's browser: TypeBox there would cost every resident its download. */
export const roomsWithoutTypeBox: readonly string[] = ['resident', 'screen']

/** A rule of a module is a file named by a noun (see placeOf). These names are taken by other kinds of file. */
export const namesThatAreNoRule: readonly string[] = ['index', 'module', 'tables', 'personal', 'commands']

/** Kernel files that rules may import. They are held to the same purity as rules. */
export const pureKernelFiles: readonly string[] = [
  'refusal', 'reach', 'money', 'types', 'calendar', 'state-calendar', 'working-time', 'time-sum', 'zone-day',
]

/** Packages that rules may import: no input or output, no clock, no randomness. */
export const purePackages: readonly string[] = ['typebox', 'chinese-days', 'temporal-polyfill']

/** Packages that only some files of the product may import. A name that ends in `/` stands for its whole scope. */
export const confinedPackages = [
  { packages: ['sql-template-tag', 'pg', 'pg-copy-streams', '@electric-sql/'], to: ['kernel', '*.sql.ts'], law: 'sql' },
  { packages: ['fastify', '@fastify/'], to: ['kernel'], law: 'fastify' },
] as const

/** Folder names that say nothing about what is inside. */
export const emptyFolderNames: readonly string[] = ['utils', 'helpers', 'common', 'lib', 'shared', 'misc']

/** Lines: the aim is told, the most is a trespass. Words and generated files may be longer. */
export const fileLinesAim = 200
export const fileLinesMax = 300
export const roomsOfAnyLength: readonly string[] = ['words']

/** Words in a column's name that make it personal, so that the field must be declared in a personal.ts. */
export const personalWords: readonly string[] = [
  'phone', 'email', 'address', 'identity_number', 'id_number', 'birth', 'born', 'real_name', 'full_name', 'behalf',
  'openid', 'bank_account', 'number_plate',
]

/** A column of bytes is a sealed personal value, unless one of these words says that it is a key, a hash or a seal. */
export const wordsOfBareBytes: readonly string[] = [
  'sent', 'token', 'code', 'key', 'secret', 'hash', 'root', 'signature', 'salt',
]

/** Columns (`table.column`) that look personal and hold nothing of a person, with the reason. */
export const notPersonal: Readonly<Record<string, string>> = {
  'phone_codes.phone_index': 'a keyed hash from which no number can be read, gone with its code',
  'advice_models.bytes': 'weights of grams that stand in several cases; what only one person said is not learnt (casework/advice/vocabulary.ts)',
  'provider_accounts.subject': 'a keyed hash of what the identity provider calls somebody',
}

/** What a newcomer is told. The number is that of the list in ARCHITECTURE.md. */
export const laws = {
  read: 'The law must read what it judges: a green that read nothing is worth nothing',
  floors: 'Law 1: every module stands on one floor in server/architecture/law.ts',
  downward: 'Law 1: import only from a lower floor; upward and sideways, tell a fact and let the other module hear it '
    + 'in a when-….ts',
  door: 'Law 1: enter another module only through its index.ts; export there what others may use',
  kernel: 'Law 1: the kernel knows no module; let the house hand in what it needs',
  house: 'Law 1: only server/house.ts knows every module, and modules know neither it nor the programs above it',
  facts: 'Law 1: server/facts/ holds types and plain declarations and imports only its own files, so that everyone may '
    + 'import it',
  tests: 'Law 1: the product does not import its tests',
  rules: 'Law 2: a rule imports nothing that can wait, fail or differ tomorrow, only other rules, contract, words, facts, '
    + 'types from other doors and the pure kernel files; let the operation fetch it and pass it in, or name a file that acts '
    + 'as a sentence (verb-noun.ts)',
  purity: 'Law 2: a rule gives the same answer tomorrow and never waits; time, chance and settings arrive as arguments, '
    + 'and a file that acts is named as a sentence (verb-noun.ts)',
  sentence: 'Law 2: a file named by a noun holds rules; name a file that acts as a sentence '
    + '(verb-noun.ts, when-….ts, hourly-….ts)',
  sql: 'Law 3: SQL stands only in *.sql.ts and server/kernel/; write a function there and call it',
  environment: 'Law 3: only server/config.ts reads the environment; take the setting as an argument',
  fastify: 'Law 3: only server/kernel/ knows Fastify; an operation says what it needs through the kernel',
  rooms: 'Law 4: contract/ imports only TypeBox and itself, screens never import server/, and the server imports no screen',
  typebox: 'Law 4: no TypeBox at run time in resident/ and screen/; use `import type`, or #contract/paths.ts, '
    + 'which is free of it',
  tables: 'Law 4: a module\'s SQL names only its own tables; ask the other module\'s door, build a model from facts, '
    + 'or read a view that it publishes (-- published view)',
  owners: 'Law 4: every table stands below a line `-- module: <noun>` that names its owner',
  county: 'Law 5: a table\'s key begins with its county, or the table stands in server/migrations/without-county.ts '
    + 'with the reason',
  cycles: 'Law 6: no cycles; move what both need into a third file, or tell a fact',
  folders: 'Law 6: no folder called utils, helpers, common, lib, shared or misc; name it after what is inside',
  length: 'Law 6: no file over 300 lines; a long file usually has two names',
  migrations: 'Law 7: migrations are plain SQL, numbered without gaps (0001_regions.sql, 0002_…)',
  triggers: 'Law 7: no triggers; a distributed PostgreSQL can\'t keep them, and the reader can\'t see them',
} as const

export type Law = keyof typeof laws
