/** What the office says in the settings and about memberships. */
export default {
  memberships: {
    village: 'Community',
    none: { asked: 'Nobody waits to be verified', verified: 'Nobody verified yet', refused: 'Nobody refused', ended: 'No ended membership' }, noneWords: 'Residents scan the community’s QR code to join; the committee verifies them.',
    verify: 'Verify', refuse: 'Refuse', reason: 'Why it is refused; the resident will read it',
    lastHolder: 'This phone was silent for more than a year. Its holder, as this community verified them before:', isLastHolder: 'Verified in person to be the same: give their earlier matters back',
  },
  code: {
    open: 'Community QR code', choose: 'Choose a community to make its poster', call: 'Scan to join your community', how: 'Scan the code with your phone’s camera and follow the steps.', alt: 'QR code to join {{village}}',
  },
  settings: {
    label: 'Parts of the settings', parts: { regions: 'Regions', bodies: 'Bodies', posts: 'Posts', people: 'People', roster: 'Roster', grants: 'Grants', exchange: 'APIs and signals', roles: 'Roles', policies: 'Rules', calendar: 'Calendar and hours', routing: 'Routing', tracks: 'Tracks', codes: 'Components and events' },
    name: 'Name', nameZh: 'Name in Chinese', nameEn: 'Name in English', search: 'Find by name', reason: 'Reason (goes on the trail)',
  },
  tracks: {
    label: 'Tracks', all: 'All tracks', open: '{{count}} open', late: '{{count}} overdue', figures: 'Figures of this track', mine: '{{open}} open, {{late}} overdue', words: 'A case goes to the track of its category. Each track may have one coordinating body for the county and one for each town: its people see in the menu how much of it is open and overdue, and one press opens the list. Where a category goes elsewhere, lists and figures follow at once.',
    new: 'New track', remove: 'Remove the track “{{name}}”', region: 'For', desk: 'Coordinating body', newDesk: 'Add a coordinating body', removeDesk: 'Remove this body', categories: 'Where categories go', goesTo: 'Track', kept: 'Kept.',
  },
  regions: {
    levels: { 1: 'province', 2: 'city', 3: 'county', 4: 'town', 5: 'village', 6: 'grid', 7: 'building' }, unfold: 'Unfold {{name}}', noBoundary: 'no boundary yet', hasBoundary: 'It has a boundary; a new one replaces it.',
    until: 'until {{day}}', above: 'Above', code: 'Code', validFrom: 'Valid', change: 'Change', add: 'Add a {{level}} below', addSubmit: 'Add', validTo: 'Ends on',
    boundary: 'Boundary (GeoJSON)', boundaryHint: 'Paste or upload a Polygon or MultiPolygon, in longitude and latitude.', boundaryFile: 'Read from a file', boundaryWrong: 'No area found. Is it GeoJSON?',
  },
  calendar: {
    words: 'Times in working days are summed up by these hours and days off. When they change, due times of open cases are summed up anew at once; closed ones stay.',
    hours: 'Office hours', usual: 'On a working day', hoursHint: 'As in 09:00–12:00, 13:30–17:30', wrongHours: 'This can’t be read, or times overlap. Write it as 09:00–12:00, 13:30–17:30.', differing: 'Some days differ', asUsual: 'As on a working day', closed: 'closed',
    daysHint: 'Leave a day empty where it is like the others; write “{{closed}}” where nobody works. Saturday and Sunday count only when they are worked.', saveHours: 'Save the hours', changeHours: 'Change the hours', ownHours: 'This body’s own hours', countyHours: 'As in all of the county', asCounty: 'Back to the county’s hours', kept: 'Saved. Due times of open cases are being summed up anew.',
    bodiesDiffer_one: '{{count}} body keeps other hours: see Bodies.', bodiesDiffer_other: '{{count}} bodies keep other hours: see Bodies.', weekdays: { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' },
    year: '{{year}}', before: 'The year before', after: 'The year after', by: { state: 'as the State Council published it', county: 'published by the county', nobody: 'not published yet: weekends only' }, noDays: 'No day differs from the week.',
    works: 'worked', off: 'off', remove: 'Remove {{day}}', add: 'Add a day', day: 'Day', dayKnown: 'This day is above already.', called: 'Name', isWorked: 'A weekend day that is worked', addDay: 'Add', publish: 'Publish {{year}}', publishHint: 'It takes the place of what was known. Days of the December before may be moved for New Year.',
  },
  tables: { line: 'Line {{line}}', more: 'and {{count}} more' },
  bodies: {
    kind: 'Kind', region: 'Region', parent: 'Above it', desk: 'Desk', isDesk: 'Desk of its region', telephone: 'Public telephone', telephoneHint: 'Residents call it with one tap.', new: 'New body', create: 'Create', closed: 'closed', withClosed: 'With closed ones',
    remits: {
      title: 'List of duties', none: 'No duties are listed yet.', all: 'every kind of matter', add: 'Add a line', save: 'Save', words: 'What it may and must do', ground: 'Ground', category: 'Only for the category', end: 'Remove “{{words}}”',
      columns: { body: 'Body', category: 'Category', words: 'Duty', ground: 'Ground' }, file: 'Lists of duties', table: 'Table of duties', download: 'Download all lists of duties', upload: 'Import from a table',
      tableWords: 'CSV or XLSX, with the columns Body, Category (empty: all), Duty and Ground. What the table doesn’t name stays as it is; the same table can be read again and adds nothing twice.',
      check: 'Check it first', checked: 'Checked: {{added}} new, {{changed}} with another ground, {{same}} there already. Nothing is imported yet.', run: 'Import', done: 'Imported: {{added}} new, {{changed}} with another ground, {{same}} were there already.', nothing: 'All {{same}} lines of the table are there already; nothing to import.', tooLarge: 'The file is too large; make several tables of it (700 KB each at most).',
      bad: '{{count}} rows can’t be read; mend them and check again:',
      rowFaults: {
        unreadable: 'the row can’t be read', body_missing: 'no body is named', body_unknown: 'no such body: {{text}}', body_several: 'several bodies have this name: {{text}}', category_unknown: 'no such category: {{text}}', category_several: 'several categories have this name, write it in full: {{text}}',
        words_missing: 'no duty is named', ground_missing: 'no ground is named', too_long: 'too long: {{text}}…', twice: 'the same body, category and duty as a row before',
      },
    },
    close: 'Close the body', closeWords: 'Its posts end at once. A body with open work can’t be closed.',
  },
  posts: {
    title: 'Post', titleZh: 'Title in Chinese', titleEn: 'Title in English', body: 'Body', role: 'Role', region: 'Scope', regionHint: 'Left empty: the region of its body.', holders: 'Held by',
    vacant: 'vacant', withEnded: 'With ended ones', new: 'New post', create: 'Create', categories: 'Only for categories', categoriesHint: 'Left empty: all.', stationedAt: 'Stationed at', lastDay: 'Last day',
    stationed: { from: 'Stationed from', to: 'Stationed until', hint: 'Its holders then stand on the roster there. What they may take for their own body is given by its head, under Grants.' }, public: 'To residents', isPublic: 'Residents may read the holder’s name',
    valid: 'Valid', take: 'Take away', change: 'Change the post', end: 'End the post', endWords: 'At once. Its holders lose what it gave them, and their open tasks go back to the body.',
  },
  people: {
    name: 'Name', search: 'Find by name or login', login: 'Login', loginHint: 'Small letters, digits, dots and dashes, 2 to 40.', loginWrong: 'Only small letters, digits, dots, dashes and underscores, beginning with a letter or digit.', phone: 'Phone',
    phoneWrong: 'A mainland mobile number has 11 digits.', posts: 'Posts', post: 'Post', state: 'State', noPost: 'no post', withLeft: 'With those who left',
    invite: 'Invite a person', inviteSubmit: 'Make the invitation', invited: '{{name}} has been invited.', give: 'Give a post', giveSubmit: 'Give', reset: 'Reset password and second factor',
    resetWords: 'Ends all their sessions at once and makes a one-time link for a new password and second factor.', leave: 'They leave', leaveWords: 'Posts and sessions end at once; open tasks go back to their bodies.',
  },
  oneTime: {
    title: 'One-time link', words: 'It is shown only now. Hand it over in person or by a way that you trust, never in a group chat.', copy: 'Copy the link', until: 'Valid until {{at}}, and once only.',
  },
  roster: {
    before: 'Week before', after: 'Week after', thisWeek: 'This week', choose: 'Choose a body to see its roster', nobody: 'Nobody', put: 'Put on duty', remove: 'Take {{name}} off', who: 'Who',
    noHolder: 'Nobody holds a post in this body', day: 'Day', from: 'From', to: 'To', overnight: 'the next day', done: 'Done. You can go on with the next day.',
    own: 'This body', holder: '{{name}} ({{title}})', holderAway: '{{name}} ({{body}}, {{title}})',
    stationed: {
      title: 'Stationed here', count: '{{count}} on duty', who: 'Officer', body: 'From', now: 'Now', binds: 'May take for their body', until: 'Stationed until',
      onDuty: 'on duty until {{time}}', off: 'not on duty', coming: 'from {{day}}', bindsAll: 'matters of every kind', bindsNothing: 'may take nothing yet',
    },
  },
  grants: {
    to: 'To', action: 'Action', until: 'Until', openEnd: 'open end', givenBy: 'Given by', none: 'No grants', noneWords: 'Beside what posts bring, you can give what you hold to another post or body.', withdrawn: 'withdrawn',
    withWithdrawn: 'With withdrawn ones', new: 'New grant', give: 'Give', toPost: 'A post', toBody: 'A body', actions: 'Single actions', roles: 'Whole roles', role: 'Role: {{role}}', actionHint: 'You can give only what you hold.',
    terms: 'Terms', mayDelegate: 'May be passed on', mayNotDelegate: 'May not be passed on', reportAfterwards: 'Report afterwards', withdraw: 'Withdraw', withdrawWords: 'At once, with everything that was passed on from it.',
  },
  roles: { words: 'Authority comes through the role of a post. “Area” is all within the post’s scope, “own” is what its body handles.', action: 'Action', over: { area: 'area', body: 'own' } },
}
