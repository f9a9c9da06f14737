/** Rules and the routing catalogue: fields, layers, drafts, trials, versions. */
export default {
  fields: {
    reply: { name: 'Reply', hint: 'from receipt to the first word to the resident: accepted, declined or asked back' },
    start: { name: 'Start', hint: 'from receipt to the first work note' },
    startAfterEscalation: { name: 'Start once sent up', hint: 'from being sent up to the first work note' },
    resolve: { name: 'Resolve', hint: 'from acceptance to closing' },
    task: { name: 'Task', hint: 'from dispatch to the report; a dispatch may state another time' },
    gate: { name: 'Leader’s decision', hint: 'from the proposal to the decision' },
    ownership: { name: 'Word on whose it is', hint: 'from being asked to the body’s word' },
    look: { name: 'Looking on site', hint: 'from being asked to the answer with a picture' },
    answer: { name: 'Answer', hint: 'from closing to the answer' },
    callback: { name: 'Call-back', hint: 'from being listed to the call that settles it' },
    warnShare: { name: 'Warning', hint: 'the share of the time after which a warning comes' },
    askBackDaysMax: { name: 'Longest wait for the resident', hint: 'how many days clocks may stand still' },
    gates: {
      dispatch: { name: 'Gate before dispatch', hint: 'who must agree' },
      close: { name: 'Gate before closing', hint: 'who must agree' },
    },
    siteCheck: { name: 'Check on site before closing', hint: 'of what is said to be solved, what somebody must first find put right' },
    digestHour: { name: 'The hour of the daily digest', hint: 'from then on the bell tells each leader, once a day' },
    cardsADay: { name: 'A leader’s cards a day', hint: 'what is above waits in the daily digest; no clock changes' },
    up: { name: 'One key up', hint: 'how far it may lead' },
    returnsBeforeArbiter: { name: 'Returns a desk decides itself', hint: 'the next one goes to the desk above' },
    extensionDaysMax: { name: 'Longest extension', hint: 'in working days, all together' },
    mayBePublic: { name: 'Residents may ask to publish', hint: 'each is still examined first' },
    rateWithinDays: { name: 'Time for rating', hint: 'days after the answer' },
    reopenWithinDays: { name: 'Time for reopening', hint: 'days after the answer in which the resident may have it reopened once' },
    callbackShare: { name: 'Call-back sample', hint: 'of the cases not rated in time; of those not solved all are called' },
    supervision: {
      breach: { name: 'Supervise what is late', hint: 'a time for handling ran out: the desk above urges whoever held it' },
      reopening: { name: 'Supervise what is reopened', hint: 'the resident has it handled again: the desk above urges its desk' },
      instruction: { name: 'Supervise leaders’ instructions', hint: 'what a leader of a subdistrict or the county gives or sends down with an instruction' },
      repeats: { name: 'Supervise repeats', hint: 'reported so often before, by the same person or in the community; 0: never' },
      repeatDays: { name: 'Repeats within', hint: 'days before it was received' },
    },
    petition: {
      acceptance: { name: 'Petition: acceptance', hint: 'Regulations on Petition Work: 15 days, or less' },
      handling: { name: 'Petition: handling', hint: 'Regulations on Petition Work: 60 days from acceptance, or less' },
      extensionDaysMax: { name: 'Petition: extension', hint: 'Regulations on Petition Work: at most 30 days' },
      review: { name: 'Petition: review', hint: 'Regulations on Petition Work: 30 days, or less' },
      secondReview: { name: 'Petition: second review', hint: 'Regulations on Petition Work: 30 days, or less' },
    },
  },
  groups: { clocks: 'Times', ways: 'Gates, dispatch and returns', residents: 'Publishing, rating, call-back', supervision: 'Supervision by rule', petition: 'Petition matters' },
  units: { workingDays: 'working days', workingHours: 'working hours', hours: 'hours by the clock', days: 'calendar days' },
  values: {
    workingDays_one: '{{count}} working day', workingDays_other: '{{count}} working days', workingHours_one: '{{count}} working hour', workingHours_other: '{{count}} working hours',
    hours_one: '{{count}} hour', hours_other: '{{count}} hours', days_one: '{{count}} day', days_other: '{{count}} days', share: '{{percent}}%',
    yes: 'yes', no: 'no', none: 'nobody', desk: 'the leader of the desk', county: 'the leader of the county', off: 'no', on: 'by rule', unchecked: 'nothing', coded: 'components and events', every: 'everything', next: 'the next desk up only', any: 'any desk above, departments, the county’s platform',
    daysCount_one: '{{count}} day', daysCount_other: '{{count}} days', workingDaysCount_one: '{{count}} working day', workingDaysCount_other: '{{count}} working days', cardsCount_one: '{{count}} card', cardsCount_other: '{{count}} cards', hourOfDay: '{{count}}:00', times_one: '{{count}} time', times_other: '{{count}} times', notSet: '(not set)',
  },
  holds: {
    default: 'Default of the product', county: 'Whole county', allCategories: 'all categories', of: '{{place}} · {{category}}', locked: 'fixed for all below', open: 'may be changed below', lock: 'Fixed for all below',
    version: 'Version {{version}}', none: 'Nothing is published yet: the defaults of the product hold', since: 'in force since {{at}}',
  },
  views: { force: 'In force', draft: 'Draft', history: 'History', label: 'In force, draft, history' },
  force: {
    ask: 'Which rules hold for a place and a category', town: 'Town', allTowns: 'Whole county', category: 'Category', allCategories: 'All categories', field: 'Rule', value: 'In force', from: 'Set by', below: 'Below',
  },
  draft: {
    begin: 'Begin a draft', none: 'There is no draft. This is the latest version; the first change makes a draft of it, which changes nothing until it is published.', basedOn: 'Changes version {{version}}', fromNothing: 'The first version', saved: 'saved by {{name}}, {{at}}', changes_one: '{{count}} change', changes_other: '{{count}} changes', noChanges: 'no changes',
    drop: 'Throw the draft away', dropWords: 'All changes in the draft are lost.', dropSure: 'Throw away', changed: 'Somebody else has just changed the draft. It was read anew: look at it, then save again.',
    layer: 'Holds for', says: 'Says', newLayer: 'New layer', removeLayer: 'Remove this layer', addField: 'Add a rule', removeField: 'Set no longer', saveLayer: 'Save to the draft', empty: 'This layer sets nothing yet.',
    twice: 'There is a layer for this already.', layersNone: 'The draft sets nothing: the defaults of the product hold.', keep: 'as in the wider layer',
  },
  faults: {
    title: 'To be put right before publishing', twice: '{{holds}}: two layers for the same', locked_above: '{{holds}}: “{{field}}” is fixed by a wider layer', town_unknown: '{{holds}}: there is no such town any more', category_unknown: '{{holds}}: the category is no longer in use',
  },
  trial: {
    run: 'Dry run', again: 'Run again', title: 'Dry run on past cases', months: 'Months back', words: 'Sums up past cases by the draft and compares with the latest version. Changes nothing.', looked_one: '{{count}} case compared, since {{since}}', looked_other: '{{count}} cases compared, since {{since}}', cut: 'Only the newest 5,000 were looked at', none: 'No cases in that time.', counting: 'Counting…',
    moved: 'with another due time', newlyLate: 'would be late', noLongerLate: 'no longer late', clock: 'Clock', all: 'Times it ran', gate: 'Gate', gateBefore: 'pass it now', gateAfter: 'would pass it', examples: 'Examples', before: 'Now', after: 'Draft', late: 'late', inTime: 'in time', nothing: 'For past cases the draft makes no difference to the latest version.',
  },
  publish: {
    open: 'Publish…', title: 'Publish as version {{version}}', note: 'What changes, and why', now: 'From now on', later: 'From a day on', day: 'Day', submit: 'Publish', done: 'Version {{version}} is published and holds from {{at}}.', words: 'Cases received from then on follow it; cases under way keep the version that they began under.', faults: 'Something in the draft must be put right first.',
  },
  history: {
    states: { in_force: 'in force', coming: 'to come', past: 'past', replaced: 'replaced before it began' }, version: 'Version {{version}}', by: 'published by {{name}}', byInstallation: 'came with the installation', from: 'from {{at}}', none: 'Nothing was published yet.', noChanges: 'The same as the version before.',
    set: '{{holds}}: “{{field}}” set to {{after}}', changed: '{{holds}}: “{{field}}” from {{before}} to {{after}}', removed: '{{holds}}: “{{field}}” set no longer (was {{before}})', locked: '{{holds}}: “{{field}}” fixed for all below', unlocked: '{{holds}}: “{{field}}” no longer fixed for those below', more_one: '{{count}} more change', more_other: '{{count}} more changes',
  },
  why: { rule: 'By the rule “{{field}}” for {{holds}} (version {{version}}).', default: 'By the product’s default for “{{field}}” (version {{version}} sets nothing else).' },
  routing: {
    file: 'routing catalogue',
    columns: { category: 'Category', placeCode: 'Place code', place: 'Place', owner: 'Asset owner', from: 'From', until: 'Until', lead: 'Lead', assists: 'Assists', ground: 'Ground' },
    any: { category: 'All categories', place: 'Whole county', owner: 'any owner', lead: 'nobody named' },
    days: { between: '{{from}} to {{until}}', from: 'from {{from}}', until: 'until {{until}}', always: 'always' },
    force: { ask: 'Who would it go to', entries_one: '{{count}} entry', entries_other: '{{count}} entries', none: 'No catalogue is published yet.', search: 'Find a category, place or body', shown: 'The first {{count}} are shown; narrow it down.', download: 'Download as table', day: 'Day', noneFound: 'No entry fits.' },
    route: {
      title: 'By the catalogue', entry: 'Catalogue version {{version}}: {{category}} · {{place}} · {{owner}}', desk: 'The catalogue names nobody; {{body}} handles or coordinates it.', backstop: 'The catalogue names nobody; the backstop body {{body}} takes it.', nobody: 'The catalogue names nobody, and there is no backstop body.',
      ground: 'Ground: {{ground}}', assists: 'Assists: {{bodies}}', passedOver: '{{body}} is closed; its entry was passed over.', owners: 'Whose is it?', unknown: 'not known', use: 'Take the proposal', guide: 'Before sending it up', closed: 'closed', then: 'If nobody takes it, the backstop body {{body}} does.',
    },
    draft: {
      newEntry: 'New entry', entry: 'Entry', saveEntry: 'Save to the draft', removeEntry: 'Remove this entry', upload: 'Replace all entries by a table', uploadWords: 'CSV or XLSX. Download the table, change it, send it up; if one row can’t be read nothing is replaced.', uploaded_one: '{{count}} entry read.', uploaded_other: '{{count}} entries read.', bad_one: '{{count}} row can’t be read; nothing was replaced:', bad_other: '{{count}} rows can’t be read; nothing was replaced:',
      terms: 'Kinds of owner, guides, backstop', owners: 'Kinds of owner', ownerNew: 'Add a kind', ownerName: 'Name in Chinese', ownerNameEn: 'Name in English', guides: 'Guides for sending up', guideNew: 'Add a guide', guideWords: 'What must be done and said first', backstop: 'Backstop body', backstopHint: 'It takes what nobody is named for and no desk can place.', saveTerms: 'Save to the draft', remove: 'Remove', isFaulty: 'to be put right', from: 'From', until: 'Until', open: 'Open',
    },
    faults: {
      twice: 'same category, place, owner and first day as another', lead_closed: 'the lead {{body}} is closed', assist_closed: 'the assist {{body}} is closed', lead_assists: 'the lead is also an assist', category_unknown: 'the category is no longer in use', place_unknown: 'there is no such place any more', owner_unknown: 'the kind of owner was removed', dates: 'it ends before it begins', backstop_closed: 'the backstop body {{body}} is closed', guide_twice: 'two guides for one category', owner_twice: 'two kinds of owner with one name',
    },
    rowFaults: {
      unreadable: 'the row can’t be read', category_unknown: 'no such category: {{text}}', category_several: 'several categories have this name, write it in full: {{text}}', place_unknown: 'no such place: {{text}}', place_several: 'several places have this name, write it in full or give the code: {{text}}', owner_unknown: 'no such kind of owner: {{text}}', day_unreadable: 'no such day: {{text}}', lead_missing: 'no lead is named', body_unknown: 'no such body: {{text}}', body_several: 'several bodies have this name: {{text}}', twice: 'same category, place, owner and first day as a row above', too_long: 'too long: {{text}}',
    },
    trial: {
      words: 'Takes closed cases as if they came in today: whom the draft names, compared with the latest version and with the body that solved them.', elsewhere: 'would go elsewhere', nobody: 'nobody named', right: 'is who solved it', before: 'Latest version', after: 'Draft', solvedBy: 'Solved by', looked_one: '{{count}} closed case compared, since {{since}}; of {{solved}} it is known who solved it', looked_other: '{{count}} closed cases compared, since {{since}}; of {{solved}} it is known who solved them', category: 'Category', cases: 'Cases', nobodyNamed: 'nobody', unsorted: 'not sorted',
    },
    history: { added: 'Added: {{entry}}', removed: 'Removed: {{entry}}', changed: 'Changed: {{before}} → {{after}}', terms: { owners: 'kinds of owner changed', guides: 'guides changed', backstop: 'backstop changed' }, entries_one: '{{count}} entry', entries_other: '{{count}} entries', entry: '{{category}} · {{place}} · {{owner}} ({{days}}) to {{lead}}' },
  },
}
