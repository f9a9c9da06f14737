/**
 * Notices: resident to residents, staff to staff. The screens show the number beside them, so it is not said here.
 * Grounds, outcomes and clocks are the words of casework.
 */
export default {
  resident: {
    received: 'We have received what you reported; it waits to be taken in.',
    accepted: 'What you reported has been taken in.',
    declined: 'What you reported was not taken in: $t(casework.declineGrounds.{{ground}}).',
    asked_back: 'Please tell us more; work goes on as soon as we hear from you.',
    resumed: 'The time for adding to your report is over; work goes on.',
    dispatched: 'What you reported is being handled.',
    escalated: 'What you reported was passed to a higher level.',
    sent_down: 'What you reported was passed to a body close to you.',
    told: 'There is news on what you reported.',
    closed: 'What you reported is done; your answer is on its way.',
    answered: 'What you reported has been answered. Please read and rate it.',
    published: 'What you reported was looked through and is now public.',
    kept_private: 'What you reported stays private; that changes nothing in how it is handled.',
    membership_verified: '{{community}} has verified you. Welcome.',
    membership_refused: '{{community}} did not verify you. The reason stands under “Me”.',
  },
  staff: {
    new_case: 'A new case waits to be taken in.',
    added_to: 'The resident added to the case.',
    resumed: 'The time for the resident to add is over; the clocks run on.',
    task_assigned: 'Your body has a new task. Please take it.',
    handler_named: 'You were named as handler.',
    task_rehomed: 'The handler has left the post. Please name another.',
    task_returned: 'A task was returned ($t(casework.returnGrounds.{{ground}})). Please dispatch it anew.',
    task_reported: 'A task was reported ($t(casework.outcomes.{{outcome}})). Please examine it.',
    reworked: 'The result was sent back. Please do it again.',
    escalated: 'A case was escalated to your desk ($t(casework.escalationTypes.{{type}})).',
    sent_down: 'A case was sent down to your desk, with an instruction.',
    withdrawn: 'The resident withdrew the report.',
    rated: 'The resident rated: $t(casework.solved.{{solved}}), $t(casework.satisfied.{{satisfied}}).',
    clock_warned: '$t(casework.clocks.{{clock}}) clock soon due.',
    clock_breached: '$t(casework.clocks.{{clock}}) clock overdue. Please act now.',
    membership_asked: 'Somebody asks to join {{community}}. Please verify them.',
    import_ended: 'The import is over: {{in}} came in, {{before}} were there already, {{bad}} rows could not be taken in.',
    asked_reset: 'A staff member asks for a new way to sign in. Make sure who it is, in person or by phone, then act.',
  },
}
