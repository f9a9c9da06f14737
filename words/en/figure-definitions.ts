/** Definitions: how each figure is counted, on the screens and in the files. */
export default {
  reply:
    'Cases replied to on time ÷ cases whose reply was due. A reply is to accept, to decline or to ask back. A case counts when its clock stopped; one that ran out without a reply counts as overdue from that moment, and a later reply changes nothing. Cases withdrawn before a reply are left out.',
  start:
    'Starts on time ÷ starts due. Work begins with the first work note or report, not with taking a task. Passing a case up in time counts as on time; the level above gets a clock of its own, and each is counted. Declined and withdrawn cases are left out.',
  resolve:
    'Cases closed on time ÷ cases whose closing was due. The clock runs from acceptance to closing; one that ran out counts as overdue from that moment. Withdrawn cases are left out.',
  task: 'Tasks reported on time ÷ tasks reported or overdue. A breach counts for the body that held the task then. Tasks returned or taken back are left out.',
  returned: 'Tasks returned ÷ tasks reported or overdue. A return counts on its day, for the body that returned it.',
  misdispatched:
    'Dispatches to the wrong body ÷ dispatches to another body whose end is known. Wrong: the lead returned it, or was relieved of it without a report and another body led. Right: the lead reported. It counts on the day when that is known, for the body that dispatched. What a body handles itself, and what was withdrawn, is left out.',
  solved:
    'Ratings that call it solved ÷ ratings. “Partly solved” is not solved. It is what residents say, not what bodies report, and counts on the day of the rating; rated again after a reopening it counts again, and the first rating stays as it was.',
  satisfied:
    'Ratings of satisfied or very satisfied ÷ ratings. “So-so” is not satisfied. Counts on the day of the rating.',
  contacted: 'Ratings in which the resident says they were contacted ÷ ratings.',
  claimed: 'Closings as “solved” by the body itself ÷ closings with an outcome (imported ones may have none). A closing counts on its day; one after a reopening counts again, and what was said first stays said. Shown apart from what residents say, to compare.',
  planned: 'Closings as planned for later, with the consent of the desk above ÷ closings with an outcome. Planned is not solved, and is counted apart.',
  reached: 'Sample calls that reached somebody ÷ cases called in the sample. The sample is drawn by a fixed share from cases that nobody rated in time, by their id, so nobody can choose. Up to three calls each; one that reached nobody counts too. A case counts on the day when its calls are over.',
  foundSolved: 'Cases of the sample that residents call solved ÷ cases of the sample that were reached. It is what they say on the telephone, mixed with nothing else. The whole is the size of the sample.',
  foundSatisfied: 'Cases of the sample in which residents are satisfied or very satisfied ÷ cases of the sample that were reached.',
  recalledSolved: 'Cases that residents had rated as not solved and call solved when the desk above checks by telephone ÷ such cases that were reached. They are not typical of all, so they stand apart from the sample.',
  reopened: 'Reopenings ÷ cases closed. A reopening counts on its day, for the desk that had closed the case; whether the resident, a review, a call-back, the level above or the desk itself had it opened is told apart. Times are still measured from the first receipt.',
  byCaller: 'Cases received from somebody who had reported another within 90 days ÷ cases received. Machines are not counted as repeat callers.',
  byPlace: 'Cases received with one of the same category among the 20 before in the same community within 90 days ÷ cases received.',
  excluded: 'Cases closed in the period that are excluded ÷ cases closed. A body asks, the county’s centre rules. An excluded case is left out of rates and times; what was received, closed and is open counts it. Beside each rate it says how many were left out; they open with who ruled, and why.',
  open: 'Cases that are not closed now, by calendar time since receipt. It is as of this moment and does not follow the period.',
  spans:
    'Cases closed in the period: how long from receipt until each step was first done (for the report: last done). Calendar time: nights, days off and waiting for the resident all count, since that is how long the resident waited. Median: half took no longer. Nine in ten: nine of ten took no longer.',
  received: 'Cases received in the period.',
  closed: 'Cases closed in the period, by their first closing.',
  bodies:
    'Replies, starts and closings count for the desk that was responsible then, tasks for the body that held them, outcomes and ratings for the desk that was responsible then, open cases for the desk that has them now.',
  comparison: 'Each body beside what the same work takes elsewhere: the rate of all others in each category, weighted by its own number of cases (indirect standardisation), so that hard work is not punished. Categories that nobody else has are left out. Better or worse is said only beyond chance (95%), much only beyond 99.8%; below 20 comparable cases, or where chance can’t be told, it says “too few” and ranks nobody.',
  places: 'Where the case lies, one level below the place that was chosen; what nobody could place comes last.',
  channels: 'By which door the first appeal of a case came in.',
  tracks: 'By the category that the case has now; what is not sorted yet is in no track. Which category goes to which track is set under Settings, Tracks.',
  categories: 'The category that the case has now; lower categories are added to their top one.',
  trend: 'Counted by the weeks or months of the period; a part week or month has the days that it has.',
  daily: 'Each day what is open is counted as it is then (by body, category, age, state, clocks), kept and never changed, so that one can see how much there really was. A day that was missed says so; nothing is made up for it. These are numbers alone and do not open; what is open now does, above. It is kept by place (down to the community), body and category, not by grid or channel.',
  small: 'The whole is below {{count}}: the share says little.',
  none: 'Where there is nothing to count it says “—”, not 0%.',
}
