import adviceWords from './office-advice.ts'
import caseWords from './office-case.ts'
import doorWords from './office-doors.ts'
import requestWords from './office-requests.ts'
import settingsWords from './office-settings.ts'

/** What only the office says. */
export default {
  ...adviceWords,
  ...caseWords,
  ...doorWords,
  ...requestWords,
  ...settingsWords,
  name: 'Gongzhi office',
  brand: 'Gongzhi',
  skip: 'Skip to content',
  top: 'Search, notices and account',
  county: 'County',
  loading: 'Loading …',
  again: 'Try again',
  more: 'More',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  fold: 'Fold',
  save: 'Save',
  saved: 'Saved.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  yes: 'Yes',
  no: 'No',
  optional: 'optional',
  leaveOut: 'Leave it out',
  failing: {
    unreachable: 'The server can’t be reached',
    forbidden: 'This is not yours to handle',
    missing: 'Can’t be opened',
    other: 'It could not be read',
    noAnswer: 'The server did not answer. Check the network and try again; what you typed is still here.',
    unforeseen: 'Something unexpected happened on this page. Please try again.',
    retryAfter: 'Try again in {{seconds}} seconds.',
  },
  missing: { title: 'There is no such page', words: 'The link may be mistyped, or the page has moved.', back: 'Back to the office' },
  noPost: { title: 'You hold no post at present', words: 'Ask your administrator for a post, then sign in again.' },
  look: { light: 'Light', dark: 'Dark' },
  menu: {
    label: 'Main menu', start: 'Start page', work: 'My work', decisions: 'Decisions', intake: 'Intake', entry: 'Hotline desk', callbacks: 'Call-back', patrol: 'Patrol', dispatch: 'Dispatch', cases: 'Cases', memberships: 'Memberships',
    figures: 'Figures', imports: 'Import',
    settings: 'Settings', overdue: 'Overdue', waiting: '{{count}} waiting',
  },
  search: {
    label: 'Find a case by its number', placeholder: 'Number or its end', none: 'No case with number {{number}}', failed: 'The search failed, try again',
  },
  notices: {
    title: 'Notices', label: 'Notices, {{count}} unread', all: 'All notices', none: 'No notices yet', noneUnread: 'Nothing unread', read: 'Mark read', readAll: 'Mark all read',
  },
  account: { label: 'Account: {{name}}', open: 'My account', posts: 'My posts', signOut: 'Sign out' },
  sessions: {
    heading: 'Signed-in devices', seen: 'Last used', isThis: 'This device', end: 'Sign out there', apps: { resident: 'Resident app', office: 'Office' },
  },
  codes: {
    heading: 'Recovery codes', words: 'Without your phone, a recovery code replaces the code of your second factor, once each. They are shown only now: print or write them down and keep them safe.',
    kept: 'I have kept my recovery codes', few: 'Recovery codes left: {{count}}.', renew: 'Get new recovery codes', renewWords: 'New codes end all the old ones.', done: 'Done',
  },
  signIn: {
    title: 'Sign in', heading: 'Sign in to the office', login: 'Login', password: 'Password', secondFactor: 'Second factor', secondFactorHint: 'The 6 digits in your authenticator app',
    recoveryCode: 'Recovery code', recoveryHint: 'Each recovery code works once', useRecovery: 'Phone not at hand? Use a recovery code', useApp: 'Use the authenticator app', enter: 'Sign in',
    forgotten: 'Forgotten password or new phone? Ask for a reset', resetWords: 'Your administrator will check that it is you and hand you a one-time link, in person or by phone, to set a new password and second factor.',
    askReset: 'Ask for a reset', resetAsked: 'Your request has been sent. If this account exists, the administrator will get in touch with you.', backToForm: 'Back to sign-in',
    byProvider: 'Sign in with your {{name}}', orPassword: 'or with login and password', returning: 'Signing in', returnFailed: 'Not signed in', again: 'Sign in again',
    demoHeading: 'Demo accounts', demoWords: 'This is a demo. Choose who to be: login, password and second factor fill in by themselves.',
  },
  link: {
    title: 'One-time link', kinds: { invitation: 'Set up your account', first_administrator: 'Set up the first administrator', reset: 'Set a new password and second factor' },
    login: 'Login', factorHeading: 'Step 1: authenticator', factorWords: 'Scan the QR code with an authenticator app on your phone, such as Microsoft Authenticator.',
    qr: 'QR code for the authenticator', secretWords: 'If you can’t scan, type this key:', passwordHeading: 'Step 2: password and confirmation', password: 'New password', passwordAgain: 'Again',
    differs: 'The two passwords differ.', wants: { long: 'At least 12 characters; a sentence is easiest', varied: 'Not a few characters repeated', ownWords: 'Without your login, no run of keys' },
    code: 'Code', codeHint: 'The 6 digits that the authenticator shows, to prove that it works', confirm: 'Confirm', codesHeading: 'Keep your recovery codes', toSignIn: 'Go to sign-in',
  },
  photos: {
    field: 'Photos', add: 'Add photos', added: 'Photo {{number}} to be sent', remove: 'Remove photo {{number}}', sending: 'Uploading', failed: 'Not uploaded',
    open: 'Enlarge photo {{number}} of {{count}}', title: 'Photo {{number}} of {{count}}', previous: 'Previous', next: 'Next',
  },
  choose: { person: 'Choose a person', body: 'Choose a body', bodies: 'Choose any number' },
  due: {
    left: '{{span}} left', late: '{{span}} overdue', paused: 'Paused', none: 'Not set', why: 'Why this time', ended: 'Done {{at}}', endedLate: 'Late, done {{at}}',
    provisional: 'Provisional: the holidays of that year are not announced yet. It will be computed again.',
  },
  list: {
    total: '{{count}} in all', totalIsMore: 'More than {{count}}', unsorted: 'Not sorted', nobody: 'Not taken', selectAll: 'Select all shown', select: 'Select {{number}}',
    changed: '{{count}} changed, reload', missed: 'The list may have changed, reload', noneFound: 'Nothing matches', noneFoundWords: 'Try another filter, or clear them all.',
    none: { work: 'No task in hand', intake: 'Nothing waits to be taken in', dispatch: 'Nothing waits for dispatch', cases: 'No cases yet' },
    noneWords: {
      work: 'Tasks given to your body appear here, those due first on top.', intake: 'What residents newly report appears here.', dispatch: 'Accepted cases that wait for the next act appear here.',
      cases: 'All cases within your reach appear here.',
    },
  },
  columns: {
    label: 'Columns', reset: 'As it was', number: 'Number', title: 'Appeal', category: 'Category', place: 'Place', state: 'State', level: 'Level', due: 'Due',
    handler: 'Handler', desk: 'Desk', receivedAt: 'Received', photos: 'Photos',
  },
  filters: { label: 'Filter', body: 'Body', number: 'Filter by number', mine: 'Mine', overdue: 'Overdue', open: 'Open', clear: 'Clear filters' },
  views: { label: 'Views', all: 'All', save: 'Save as a view', name: 'Name of the view', remove: 'Remove the view “{{name}}”' },
  bulk: {
    label: 'Several at once', selected: '{{count}} selected', none: 'Select none', confirm: 'Confirm', accept: 'Accept', take: 'Take', assign: 'Name a handler',
    ask: { accept: 'Accept {{count}}? Each resident is told.', take: 'Take {{count}} as their handler?', assign: 'Name the handler of {{count}}' },
    done: { accept: '{{count}} accepted', take: '{{count}} taken', assign: '{{count}} given to a handler' }, refused: '{{count}} not done:',
    oneBody: 'A handler can be named for tasks of one body only.',
  },
  keys: {
    label: 'Keys', next: 'next', previous: 'previous', open: 'open', dispatch: 'dispatch', search: 'find by number', help: 'show the keys', select: 'select', accept: 'accept',
    take: 'take', cancel: 'cancel',
  },
}
