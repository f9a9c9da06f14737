/** What the office says of decisions: the leader's gates, requests and rulings. */
export default {
  requests: {
    title: 'Decisions', tabs: { label: 'Which', mine: 'For me to decide', made: 'Asked by us' }, waiting: 'Waiting', decidedToday: 'Decided today',
    none: 'Nothing waits for your decision', noneWords: 'Dispatches and closings that need your approval, requests for more time, returns, matters planned for later, exclusions, questions whose a case is, reviews that residents ask for, and supervision from above appear here.',
    noneMade: 'Nothing asked yet', noneMadeWords: 'What your body asks to be approved appears here with what came of it.',
    heading: 'Decisions and requests', earlier: 'Decided ({{count}})', whole: 'Whole text', less: 'Less', look: 'See what was done', select: 'Select {{number}}',
    received: 'Received', photos: 'photos: {{count}}', returns: 'returned: {{count}}', of: '{{of}} decides', ofLeader: 'The leader of {{of}} decides',
    wants: {
      dispatch: '{{by}} would dispatch', close: '{{by}} would close', plan: '{{by}} would plan it for later, by {{until}}', return: '{{by}} gives its task back: please decide',
      extension: '{{by}} asks for {{workingDays}} working days more', exclusion: '{{by}} asks to leave it out of the figures', supervision: '{{by}} urges {{of}} to answer with a plan',
      ownership: '{{by}} asks whether {{of}} takes it', ownership_taking: '{{by}} takes it: please agree', ownership_ruling: 'Nobody agreed whose it is: please rule',
      petition_extension: '{{by}} asks for {{days}} days more for the petition', petition_review: 'The resident is not content with the answer of {{by}} and asks for a review', petition_second_review: 'The resident is not content with the opinion of {{by}} and asks for a second review',
    },
    lead: 'Lead', assists: 'Assists', days: 'Time', daysOf: 'working days: {{count}}', outcome: 'Outcome', ground: 'Ground', until: 'Done by',
    words: { dispatch: 'Instruction', close: 'Remarks', plan: 'In words', return: 'In words', extension: 'Why', exclusion: 'In words', supervision: 'What is asked', resident: 'The resident says', ownership: 'In words', ownership_taking: 'In words', ownership_ruling: 'In words', petition_extension: 'Why (the resident is told)', petition_review: 'The resident says', petition_second_review: 'The resident says' },
    approve: 'Approve', change: 'Change lead', sendBack: 'Send back', refuse: 'Refuse', reply: 'Answer', remark: 'Add words', remarkHint: 'They go with your approval.',
    changeTitle: 'Change the lead', changeSubmit: 'Approve with this lead', sendBackTitle: 'Send back', sendBackWords: 'Why, and what should change', refuseTitle: 'Refuse', refuseWords: 'Why not',
    talk: { heading: 'Whose is it', none: 'Has not said yet', takes: 'Takes it', notOurs: 'Not theirs', proposed: 'Proposes {{body}}', late: 'Said nothing in time', over: 'Need not say', say: 'Say whose', title: 'Is it yours to take?', word: 'Your word', ground: 'Why it is not yours', proposes: 'Whose it is', words: 'In words', agree: 'Agree', disagree: 'Not agreed', rule: 'Rule', ruleTitle: 'Rule whose it is', who: 'Who takes it', waits: '{{of}} is to agree', waitsRuling: '{{of}} is to rule', settled: 'Agreed: {{body}} takes it', ruled: '{{of}} ruled: {{body}} takes it', refused: '{{of}} did not agree with {{body}}' },
    giveOpinion: 'Give the opinion', opinionTitle: 'Opinion on the {{request}}', opinion: 'Opinion', opinionWords: 'The opinion in words', opinionHint: 'The resident reads it as it is: facts, law, conclusion.', opinionFinal: 'The opinion on a second review is final.',
    replyTitle: 'Answer the supervision', replyWords: 'The plan', replyUntil: 'Done by',
    decided: { granted: 'Approved', changed: 'Approved with another lead', changedTo: 'Approved, lead: {{lead}}', refused: 'Not granted', answered: 'Answered', lapsed: 'Came to nothing', sentBack: 'Sent back' },
    open: 'Waits for a decision', effectIn: 'in effect in {{seconds}} s', inEffect: 'in effect', undo: 'Undo', undone: 'Undone. It waits again.', tooLate: 'It is in effect and can’t be undone.',
    approveMany: 'Approve them', approvedMany: 'Approved: {{count}}. Each can be undone within a minute.',
    ruledBy: '{{of}}: {{ruling}}',
    petition: 'Petition matter', planned: 'Planned until {{until}}', reopened: 'Reopened ({{count}})', excluded: 'Left out of the figures',
  },
}
