/** What the office says around one case. */
export default {
  case: {
    repeats: { person: 'said again: {{count}} more by them in 90 days', place: 'again here: {{count}} of this kind in 90 days' },
    said: 'The appeal', story: 'What was done', acts: 'Acts', asResident: 'As the resident sees it', resident: 'Resident', internal: 'internal', received: 'received', place: 'Place',
    publicity: 'Public', publicWords: 'Public words', map: 'Where it is', noMap: 'The map can’t be shown; the place stands above.', tasks: 'Tasks', handler: 'Handler', clocks: 'Clocks',
    noClock: 'No clock is running.', endedClocks: 'Ended clocks ({{count}})', desk: 'Where it lies', deskIsMine: 'mine', policy: 'Policy',
    policyVersion: 'version {{version}}', rating: 'The resident’s rating', about: 'A complaint about', aboutMine: '(your own body: who complains is not shown)', aboutKept: '(which is not shown who complains)', people: { name: 'Name', phone: 'Phone', address: 'Address', onBehalfOf: 'On behalf of', original: 'Before it was covered' },
  },
  group: {
    heading: 'Task group', formed: 'Formed by {{by}}', until: 'dissolved', dissolved: 'dissolved', times: 'formed {{count}} times', roles: { lead: 'leads', assist: 'member' }, remits: 'What it may do ({{count}})',
    checklist: 'Checklist', left: '{{count}} to do', allDone: 'all done', doneBy: '{{name}}, {{body}}', for: 'for {{body}}', newItem: 'One thing to do', whose: 'Whose it is', anybody: 'anybody', add: 'Add',
    contributions: 'Who did what', nothing: 'nothing noted', notes: 'notes: {{count}}', photos: 'photos: {{count}}', ticked: 'ticked: {{count}}', reported: 'result reported',
    former: 'Last time {{bodies}} handled it as a task group.', again: 'Form it again with the same members',
  },
  mode: {
    label: 'How they go about it', advised: 'advised', because: 'From {{count}} closed matters of this kind in {{where}}.', level: 'Better handled on the level “{{level}}”.', tooLittle: 'Too few matters of this kind were closed to advise.', followed: '{{count}} of {{of}} dispatches that were advised on went that way.', groupNeeds: 'A task group needs an assist at least.',
    names: { line: 'One line', group: 'Task group', central: 'Information central, handling dispersed', separate: 'Separate tasks' },
    hints: { line: 'one body from beginning to end', group: 'several bodies under one lead, until it is closed', central: 'known in one place, handled where it turns up', separate: 'each body by itself, with its own result' },
    reasons: {
      alike: '{{count}} of {{of}} were worked by one body ({{percent}} %)', unlike: '{{count}} of {{of}} were worked by several bodies ({{percent}} %)', disputed: '{{count}} of {{of}} were given back by some body ({{percent}} %): whose they are is disputed',
      stable: 'only {{count}} of {{of}} villages had any: they stay in place', moving: '{{count}} of {{of}} villages had some: now here, now there', level: '{{count}} of {{of}} were closed on one level', reopened: '{{count}} of {{of}} had to be handled again ({{percent}} %): one level up',
    },
  },
  load: {
    nothing: 'Nothing open at present', inTime: '{{count}} open, none late', late: '{{count}} open, {{late}} late ({{percent}} %)', beside: '{{count}} open, {{late}} late ({{percent}} %; others {{others}} %)', behind: 'behind the others',
    person: '{{count}} open', personLate: '{{count}} open, {{late}} late', of: '{{name}} ({{posts}})',
  },
  rating: { contacted: 'Contacted', solved: 'Solved', satisfied: 'Satisfied' },
  opening: {
    see: 'Open', open: 'Open: {{label}}', why: 'What for', words: 'Say what for', known: 'Each opening is recorded. The person can see who looked, when and why.', show: 'Show',
  },
  changed: { title: 'The case changed while you were writing', kept: 'What you typed is still here. Look at the change, then go on from there.', goOn: 'Go on with the case as it is now', again: 'The case has just changed. Press again to confirm.' },
  note: {
    title: 'Write a note', audience: 'For whom', internal: 'Internal note', toGroup: 'For the group', toResident: 'Tell the resident', placeholder: 'A work note; the resident doesn’t see it', placeholderResident: 'Words to the resident, who is told at once',
    starts: 'This is the first note on your task: it ends the clock for starting the work.', keep: 'Save note', tell: 'Tell the resident',
  },
  why: {
    law: {
      petition_acceptance: 'Regulations on Petition Work, articles 22 and 23: within 15 days of receipt the petitioner is told whether it is accepted.', petition_handling: 'Regulations on Petition Work, article 34: within 60 days of acceptance; the head of the body may add up to 30 days, once.',
      petition_review: 'Regulations on Petition Work, article 35: an opinion within 30 days of the request.', petition_second_review: 'Regulations on Petition Work, article 36: an opinion within 30 days of the request.',
    },
    title: 'Why “{{clock}}” is due then', rule: 'The policy gives: {{span}}.', start: 'Begins', due: 'Due', counted: '{{time}} counted', left: '{{time}} left', full: 'The time is used up',
    pause: 'Waiting for the resident, not counted', stillPaused: 'now', hours: '{{count}} h', minutes: '{{count}} min',
    span: { hours: 'hours of clock time: {{count}}', workingDays: 'working days: {{count}}', workingHours: 'working hours: {{count}}', minutes: 'minutes: {{count}}', days: 'days: {{count}}' },
  },
  acts: {
    nothing: 'Nothing for you to do at present.', notOurs: 'This case lies with {{desk}}. You can read it.', closed: 'Not possible now ({{count}})', rare: 'Other acts ({{count}})', wordsToResident: 'Words to the resident', outcome: 'Outcome',
    accept: { title: 'Accept', submit: 'Accept', done: 'Accepted. The resident has been told.', hint: 'They go to the resident together with the acceptance.' },
    decline: { title: 'Decline', submit: 'Decline', done: 'Declined. The resident has been told.', ground: 'Ground', hint: 'Say why, and to whom the resident can turn.' },
    askBack: { title: 'Ask the resident', submit: 'Send', done: 'The resident has been asked; the clocks pause.', question: 'What is missing', days: 'Wait at most (days)', hint: 'The clocks pause while you wait, and go on after that.' },
    sort: { title: 'Change category', submit: 'Save category', done: 'The category has been changed.' },
    publish: {
      title: 'Decide on publication', submit: 'Publish', keep: 'Keep private', done: 'Published.', keptDone: 'Kept private.', decision: 'The resident would like this public', choices: { publish: 'Publish', keep: 'Keep private' },
      words: 'Public words', hint: 'Take out names, phone numbers, door numbers and the like.', photos: 'Photos to publish', photosHint: 'Photos without a mark stay private. Mind faces, number plates and doors.',
      why: 'Why it stays private', whyHint: 'The resident will read this.',
    },
    dispatch: {
      title: 'Dispatch', submit: 'Dispatch', done: 'Dispatched.', own: 'Handled by {{desk}} itself', ownDone: 'Handled by your own body.', or: 'or give it to', lead: 'Lead', assists: 'Assists',
      instruction: 'Instruction', days: 'Working days', daysHint: 'Left empty, the policy decides.', asked: 'Gone to the leader. It is dispatched once approved.',
      to: 'To whom', toBody: 'To the body, which takes it', officer: '{{name}} ({{title}})', straight: { stationed: 'Straight to its officer on duty, {{officer}}', first: 'Straight to its first responsible person, {{officer}}' }, until: 'on duty until {{time}}',
      nobodyOnDuty: 'No officer of theirs who could take it is on duty now.', unable: '{{names}} on duty, but not empowered for this kind of matter.', binds: 'Given is taken: it counts as taken by the body, and its time runs as usual.', straightDone: 'Given straight to the officer; the body has taken it.',
    },
    escalate: {
      title: 'Escalate', submit: 'Escalate', done: 'Escalated.', to: 'To', proposed: 'Proposed: the next desk up', usual: '{{body}} (by the catalogue)', type: 'Type', cause: 'Why a higher desk is needed', tried: 'What was tried',
    },
    callAssist: { title: 'Call in', submit: 'Call in', done: 'Called in.', body: 'Which body', hint: 'Departments and utilities of any level can be called; giving it back needs a ground.' },
    formGroup: { title: 'Form a task group', submit: 'Form it', done: 'The task group is formed.', atWork: 'At work: {{bodies}}', more: 'Also in it', onDuty: 'Officers on duty here:' },
    dissolveGroup: { title: 'Dissolve the task group', submit: 'Dissolve', done: 'The task group is dissolved; each body keeps its task.', sure: 'Each body keeps its task and its time, works by itself and reports by itself; the group’s checklist can no longer be ticked. A group can be formed again, and takes over what was left undone.', words: 'Why it is dissolved' },
    sendDown: { title: 'Send down', submit: 'Send down', done: 'Sent down.', to: 'To' },
    rework: { title: 'Send back for rework', submit: 'Send back', done: 'Sent back to the lead.', words: 'What is not done yet' },
    close: { title: 'Close', submit: 'Close', done: 'Closed. Next, answer the resident.', words: 'Remarks', until: 'Planned until', planned: 'The desk above must agree. It is then counted apart, and looked at again on that day.', asked: 'Gone to the leader. It is closed once approved.', planAsked: 'Gone to the desk above. It is closed once planning it is approved.' },
    answer: { title: 'Answer the resident', submit: 'Send the answer', done: 'The resident has been answered.', hint: 'This is the answer that the resident keeps: what was done, and what came of it.', takeReport: 'Begin with the report’s words' },
    take: { title: 'Take', done: 'Taken. You are the handler.' },
    report: { title: 'Report the result', submit: 'Report', done: 'The result has been reported.', words: 'What was done', photos: 'Photos and evidence', until: 'Planned until' },
    assign: { title: 'Name a handler', change: 'Change', submit: 'Confirm', done: 'The handler has been named.', person: 'Handler' },
    return: { title: 'Return', submit: 'Return', done: 'Returned.', asked: 'Asked for. Until it is decided the task is yours, and its time runs on.', ground: 'Ground', proposed: 'Whose it is', words: 'In words' },
    extend: { title: 'Ask for more time', submit: 'Ask', done: 'Asked for. The clock runs on until it is decided.', days: 'Working days more', words: 'Why', hint: 'The desk that dispatched it decides; if granted, the resident is told.' },
    exclude: {
      title: 'Ask for exclusion', submit: 'Ask', done: 'Asked for. The county’s centre decides.', ground: 'Ground', words: 'In words', hint: 'If granted, it does not count in your figures. It is handled and answered all the same; the rate of exclusions is public.',
    },
    instruct: { title: 'Give an instruction', submit: 'Give it', done: 'Given. Whoever is at work on it has been told.', words: 'Instruction', hint: 'The desk and the bodies at work on it hear it, and it stands in the course of the case. The resident does not see it.' },
    reopen: { title: 'Handle again', submit: 'Handle again', done: 'It is handled again; the resident has been told.', words: 'Why it is handled again', hint: 'The resident is told this. It goes back to its desk with new clocks; the resident’s own right to have it reopened stays.' },
    siteCheck: { title: 'Have it looked at on site', submit: 'Ask', done: 'Asked. You are told once they have been there.', of: 'Who is to look', hint: { site_verification: 'Before the dispatch: is it as reported? They answer with a picture.', site_check: 'Before the closing: is it put right? Nobody checks their own work.' }, words: 'What to look at' },
    supervise: { title: 'Supervise', submit: 'Urge', done: 'Urged. They must answer with a plan and a date.', of: 'Whom', words: 'What is asked' },
    petition: {
      title: 'Mark as petition matter', submit: 'Mark it', done: 'Marked. Dispatch and closing wait for the leader; the law’s time runs from the receipt.',
      sure: 'From then on dispatch and closing wait for the leader, and the Regulations on Petition Work set the time: 15 days from receipt to accept it, 60 days from acceptance to answer. The resident is told. The mark can’t be taken back.',
    },
    talk: { title: 'Ask whose it is', submit: 'Ask them', done: 'Asked. Each has its time to say.', bodies: 'Whom to ask', words: 'What it is about', hint: 'Once one takes it and you agree, it goes there; where nobody does, the level above all rules. Until then it stays with you.' },
    lengthen: {
      title: 'More time for the petition', submit: 'Ask', done: 'Your leader decides; once approved, the resident is told.', doneByLeader: 'The time is longer now, and the resident is told.', days: 'Days more', words: 'Why',
      hint: 'In complicated matters the head of the body may give up to 30 days more, once (Regulations on Petition Work, article 34).', wordsHint: 'Once approved, the resident reads this as it is.',
    },
    merge: {
      title: 'Merge', submit: 'Merge into it', done: 'Merged. Its resident is answered too, and rates it for themselves.', which: 'Into which case', number: 'Its number', numberHint: 'a number or its end', none: 'No case found to merge into; find one by its number.', notFound: 'No case with the number {{number}}.',
      hint: 'It is handled together with that one, under that one’s time limits. Its resident is still answered and rates it for themselves.',
    },
    takeApart: { title: 'Take apart', submit: 'Take apart', done: 'Taken apart: it goes on from where it was.', sure: 'The case goes back to where it was before it was merged, at its own desk, and its time limits run on.' },
    release: { title: 'No longer needed', done: 'The assist’s task has ended.' },
  },
}
