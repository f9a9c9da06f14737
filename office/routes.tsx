import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Failing } from './controls/failing.tsx'
import { Loading } from './controls/loading.tsx'
import { Missing } from './controls/missing.tsx'
import { Opening } from './controls/opening.tsx'
import { isSignedOut } from './memory.ts'
import { reading } from './reading.ts'
import {
  isList,
  readBehindSearch,
  readCallSearch,
  readCaseSearch,
  readDecisionSearch,
  readEntrySearch,
  readFigureSearch,
  readListSearch,
  readMembershipSearch,
  readPaperSearch,
  readQuery,
  readSettingsSearch,
  readSignInSearch,
  writeQuery,
} from './search.ts'

const root = createRootRouteWithContext<{ memory: QueryClient }>()({
  loader: ({ context }) => context.memory.ensureQueryData(reading('readSettings')),
  component: Outlet,
  pendingComponent: Opening,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
  pendingComponent: Opening,
})

const providerReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/return',
  component: lazyRouteComponent(() => import('./sign-in/provider-return-page.tsx'), 'ProviderReturnPage'),
  pendingComponent: Opening,
})

const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  component: lazyRouteComponent(() => import('./sign-in/link-page.tsx'), 'LinkPage'),
  pendingComponent: Opening,
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.memory.ensureQueryData(reading('readMe'))
    } catch (error) {
      if (!isSignedOut(error)) throw error
      throw redirect({
        to: '/sign-in',
        search: { back: location.href === '/' ? undefined : location.href },
        replace: true,
      })
    }
  },
  component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
  pendingComponent: Opening,
})

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./frame/start.tsx'), 'Start'),
})

const county = createRoute({
  getParentRoute: () => frame,
  path: '/$county',
  params: {
    parse: ({ county: given }) => {
      if (!/^\d{1,9}$/.test(given)) throw notFound()
      return { county: Number(given) }
    },
    stringify: ({ county: given }) => ({ county: String(given) }),
  },
  component: Outlet,
})

const caseList = createRoute({
  getParentRoute: () => county,
  path: '/$list',
  params: {
    parse: ({ list }) => {
      if (!isList(list)) throw notFound()
      return { list }
    },
    stringify: ({ list }) => ({ list }),
  },
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./list/list-page.tsx'), 'ListPage'),
})

const oneCase = createRoute({
  getParentRoute: () => county,
  path: '/cases/$id',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
})

const decisions = createRoute({
  getParentRoute: () => county,
  path: '/decisions',
  validateSearch: readDecisionSearch,
  component: lazyRouteComponent(() => import('./decisions/decisions-page.tsx'), 'DecisionsPage'),
})

const entry = createRoute({
  getParentRoute: () => county,
  path: '/entry',
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('./entry/entry-page.tsx'), 'EntryPage'),
})

const paper = createRoute({
  getParentRoute: () => county,
  path: '/entry/paper',
  validateSearch: readPaperSearch,
  component: lazyRouteComponent(() => import('./entry/paper-page.tsx'), 'PaperPage'),
})

const callbacks = createRoute({
  getParentRoute: () => county,
  path: '/callbacks',
  validateSearch: readCallSearch,
  component: lazyRouteComponent(() => import('./callbacks/callbacks-page.tsx'), 'CallbacksPage'),
})

const patrol = createRoute({
  getParentRoute: () => county,
  path: '/patrol',
  component: lazyRouteComponent(() => import('./patrol/patrol-page.tsx'), 'PatrolPage'),
})

const memberships = createRoute({
  getParentRoute: () => county,
  path: '/memberships',
  validateSearch: readMembershipSearch,
  component: lazyRouteComponent(() => import('./memberships/memberships-page.tsx'), 'MembershipsPage'),
})

const communityCode = createRoute({
  getParentRoute: () => county,
  path: '/memberships/code',
  validateSearch: readMembershipSearch,
  component: lazyRouteComponent(() => import('./memberships/community-code-page.tsx'), 'CommunityCodePage'),
})

const figures = createRoute({
  getParentRoute: () => county,
  path: '/figures',
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage'),
})

const behindFigure = createRoute({
  getParentRoute: () => county,
  path: '/figures/cases',
  validateSearch: readBehindSearch,
  component: lazyRouteComponent(() => import('./figures/behind-page.tsx'), 'BehindPage'),
})

const imports = createRoute({
  getParentRoute: () => county,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
})

const newImport = createRoute({
  getParentRoute: () => county,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./imports/new-import-page.tsx'), 'NewImportPage'),
})

const oneImport = createRoute({
  getParentRoute: () => county,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
})

const account = createRoute({
  getParentRoute: () => county,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const notices = createRoute({
  getParentRoute: () => county,
  path: '/notices',
  component: lazyRouteComponent(() => import('./account/notices-page.tsx'), 'NoticesPage'),
})

const settings = createRoute({
  getParentRoute: () => county,
  path: '/settings/{-$part}',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const tree = root.addChildren([
  signIn,
  providerReturn,
  link,
  frame.addChildren([
    start,
    county.addChildren([caseList, oneCase, decisions, entry, paper, callbacks, patrol, memberships, communityCode, imports, newImport, oneImport, figures, behindFigure, account, notices, settings]),
  ]),
])

/** All addresses of the office. */
export const newRouter = (memory: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: '/office',
    context: { memory },
    parseSearch: readQuery,
    stringifySearch: writeQuery,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failing,
    defaultNotFoundComponent: Missing,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
