/** What the office says of its doors: the hotline desk, letters and visits, patrols, calling back, merging. */
export default {
  patrol: {
    title: 'Patrol', report: 'Report', photo: 'Take a photo', kind: 'What kind', kindHint: 'With a kind it goes straight to whoever handles it.', words: 'What you see', wordsHint: 'The keyboard’s microphone types what you say.', byPhoto: 'Seen on patrol: {{category}}, see the photo.', place: 'Exact place',
    here: 'Your position is known.', locating: 'Finding your position; else it is {{place}}.', inHome: 'No position, so it is {{place}}.', noPlace: 'No position: please write where it is.', missing: 'Please write a few words; or take a photo and choose a kind.', missingPlace: 'Please write where it is.', unusable: 'A photo could not be read; please take it again.',
    send: 'Report', offline: 'No network: go on reporting, it is kept on the phone.', waiting_one: '{{count}} waits to be sent', waiting_other: '{{count}} wait to be sent', waitingHint: 'Kept on this phone, sent by itself once there is a network, each once. Time runs from when you saw it.', waits: 'waits', sending: 'being sent', drop: 'Delete',
    signedOut: 'Your session is over; they are sent once you have signed in.', sent_one: '{{count}} reported today', sent_other: '{{count}} reported today', tasks: 'Tasks to do', tasksOffline: 'Tasks can’t be seen without a network.',
  },
  facts: {
    heading: 'Three facts', claimed: 'Body', said: 'Resident', found: 'Call', notRated: 'The resident gave no rating', toCall: '{{of}} will call', tried_one: 'Called once, nobody answered; {{of}} calls again', tried_other: 'Called {{count}} times, nobody answered; {{of}} calls again', notReached_one: 'Called once, nobody answered', notReached_other: 'Called {{count}} times, nobody answered',
  },
  calls: {
    title: 'Call-back', waiting_one: '{{count}} to call', waiting_other: '{{count}} to call', list: 'Whom to call', form: 'What the call found', none: 'Nobody to call back', noneWords: 'Whoever says that it is not solved, and a sample of those who gave no rating in time, stand here.', tries_one: 'called once', tries_other: 'called {{count}} times',
    said: 'They said', answer: 'Answered', noAnswer: 'No words in the answer', noPhone: 'There is no mobile number to call.', contacted: 'Did anybody contact you', solved: 'Is it solved', satisfied: 'Are you satisfied', words: 'What else they said',
    keep: 'Keep', nobody: 'Nobody answered (try {{count}})', nobodyHint: 'After {{count}} calls that nobody answers it is left.', kept: 'Kept what the call found.', triedAgain: 'Noted that nobody answered; call again later.', left: 'Called often enough; it is left.',
  },
  merged: {
    into: 'Merged into {{number}}, handled together', others_one: '{{count}} merged into it', others_other: '{{count}} merged into it', residents_one: '{{count}} resident', residents_other: '{{count}} residents', apart: 'Take apart', apartOf: 'Take {{number}} apart', heading: 'Merged', answeredApart: 'Every resident is answered, and rates it for themselves.',
  },
  entry: {
    title: 'Hotline desk', channel: 'Channel', day: 'Received on', clock: 'At', receivedHint: 'Time limits run from when it was received.',
    phone: 'Caller’s number', phoneOther: 'Telephone', phoneHint: 'A mobile number, or a landline with its area code; may stay empty.', phoneWrong: 'A mobile number has 11 digits; a landline needs its area code.', name: 'Name', nameKnown: 'Known as {{name}}', aboutHint: 'Only where it is a complaint about one', aboutKept: 'That body is not shown who complains, and does not take it in.',
    words: 'What was said', wordsSeen: 'What was seen', wordsHint: 'In their own words, without names and numbers.', category: 'Category', place: 'Community or grid', placeHint: 'Type the beginning of its name', placeNone: 'Nothing found, try other words',
    address: 'Exact place', photos: 'Photos of the paper', photosSeen: 'Photos of the place', byPolicy: 'Dispatch at once by the routing catalogue', byPolicyHint: 'What needs a leader’s approval waits for it.',
    missing: { words: 'Please write what was said.', place: 'Please choose a community or write where it is.' },
    send: 'Write down', clear: 'Clear', kept: 'What you type stays on this computer, after a reload too.',
    popped: 'New call from {{phone}}. Finish this one first, or take the new call.', takePopped: 'Clear and take the new call',
    caller: {
      heading: 'Caller', none: 'Once there is a number, what they said before stands here.', searching: 'Looking …', unknown: 'Nobody has called from this number.', failed: 'The caller could not be looked up; you can go on.',
      repeated_one: 'Repeat caller: {{count}} in the last 90 days', repeated_other: 'Repeat caller: {{count}} in the last 90 days', more: '{{count}} earlier', hidden: 'What they said before lies beyond your reach.',
    },
    script: {
      heading: 'Ask this', where: 'Where: estate, building, entrance', since: 'Since when, and is it still so', danger: 'Is there danger; are old people or children affected', wish: 'What do they wish, and how do they want to hear',
      kinds: 'Which kind: {{hint}}', owner: 'Whose is it: {{owners}}', lead: 'Usually handled by {{lead}}', guide: 'Before it is sent up',
    },
    similar: { heading: 'May be the same trouble', none: 'Once there are words, similar cases stand here.', nothing: 'No similar cases.', hint: 'Write it down all the same; it can be merged afterwards.' },
    done: { heading: 'Written down', number: 'Tell them the number', at: 'At {{desk}}', dispatched: 'Dispatched to {{lead}}', waits: 'To go to {{lead}}, waits for a leader', next: 'Next call', nextOther: 'Next one', look: 'Open the case', today_one: '{{count}} written down so far', today_other: '{{count}} written down so far' },
    keys: { label: 'Keys', next: 'next field', choose: 'choose the channel', send: 'write down', another: 'next call' },
    paper: {
      open: 'On paper', title: 'On paper', form: 'Blank form', list: 'Open cases', which: 'What to print', copies: 'When power or network fail, write on paper first. Afterwards key it in under “On paper”, with the time it was received.',
      formTitle: 'Record of an appeal', received: 'Received', by: 'Written by', channel: 'Channel', phone: 'Telephone', name: 'Name', place: 'Place', category: 'Category', words: 'What was said', done: 'Done at once', entered: 'Number when keyed in',
      blank: 'to write on', listTitle: 'Open cases', at: 'Printed {{time}}', note: 'Notes by hand', none: 'No open cases.', more: 'Only the first {{count}} are printed.',
    },
  },
}
