-- Figures: what casework lets others read of its cases, and the rows that figures are counted from.

-- module: casework
-- published view
-- When a case first reached each step. One row per case.
create view case_milestones with (security_invoker = true) as
select c.county, c.id as case_id, c.town, c.village, c.grid, c.category, c.desk, c.received_at, c.closed_at, c.answered_at, c.excluded,
  coalesce(door.channel, '') as channel, c.state in ('received', 'accepted', 'dispatched', 'reported') as is_open,
  reply.ended_at as replied_at, work.dispatched_at, work.started_at, work.reported_at
from cases c
left join lateral (
  select a.channel from appeals a where a.county = c.county and a.case_id = c.id order by a.received_at, a.id limit 1
) door on true
left join lateral (
  select min(k.ended_at) as ended_at from clocks k where k.county = c.county and k.case_id = c.id and k.kind = 'reply'
) reply on true
left join lateral (
  select min(t.assigned_at) as dispatched_at, min(t.started_at) as started_at,
    max(t.ended_at) filter (where t.role = 'lead' and t.state = 'reported') as reported_at
  from tasks t where t.county = c.county and t.case_id = c.id
) work on true;

-- module: casework
-- published view
-- What was claimed at a closing, for the desk that closed. A case that was opened again has another for each time: what was said first stays said.
create view claims with (security_invoker = true) as
select f.county, f.subject as case_id, lpad(to_hex(f.seq), 32, '0')::uuid as fact_id, (f.detail #>> '{from,desk}')::uuid as body, f.at, f.detail #>> '{values,outcome}' as outcome
from facts f where f.kind = 'case.closed';

-- module: casework
-- published view
-- What the resident said of it, for the desk that had answered; again for each time that it was opened anew.
create view verdicts with (security_invoker = true) as
select f.county, f.subject as case_id, lpad(to_hex(f.seq), 32, '0')::uuid as fact_id, (f.detail #>> '{from,desk}')::uuid as body, f.at,
  (f.detail #>> '{values,contacted}')::boolean as contacted, f.detail #>> '{values,solved}' as solved, (f.detail #>> '{values,satisfied}')::smallint as satisfied
from facts f where f.kind = 'case.rated';

-- module: casework
-- published view
-- Clocks whose end is known: kept, or run out. A clock that ran out counts from its due time on, for whoever held it then,
-- even if nobody has stopped it yet. Clocks that ended because there was nothing left to do count for nobody.
create view clock_ends with (security_invoker = true) as
select k.county, k.case_id, k.id as clock_id, k.kind, run_out.at is not null as late, coalesce(run_out.at, k.ended_at) as at, k.ended_at,
  coalesce(case when run_out.at is not null then (
    select (f.detail ->> 'other')::uuid from facts f
    where f.county = k.county and f.subject = k.case_id and f.kind = 'clock.breached' and f.detail #>> '{clocks,0,id}' = k.id::text
    limit 1
  ) end, k.body) as body
from clocks k
join cases c on c.county = k.county and c.id = k.case_id
left join tasks t on t.county = k.county and t.id = k.task
cross join lateral (select coalesce(k.breached_at, case when k.ended_at > k.due_at then k.due_at end) as at) run_out
where k.kind in ('reply', 'start', 'resolve', 'task') and (run_out.at is not null
  or k.ended_at is not null
    and not (c.state = 'withdrawn' and k.ended_at = c.changed_at)
    and not (k.kind = 'start' and c.outcome is not distinct from 'declined')
    and not (k.kind = 'task' and k.ended_at = t.ended_at and (t.state = 'returned' or t.state = 'ended' and t.outcome is null)));

-- module: casework
-- published view
create view task_returns with (security_invoker = true) as
select t.county, t.case_id, t.id as task_id, t.body, t.ended_at as at from tasks t where t.state = 'returned' and t.ended_at is not null;

-- module: casework
-- published view
-- Dispatches to another body whose end is known, for the desk that dispatched: the lead reported, or it was not the lead's
-- after all: it gave the case back, or was relieved of it and another led. What a withdrawal ended counts for nobody.
create view dispatch_ends with (security_invoker = true) as
select t.county, t.case_id, t.id as task_id, t.assigned_by as body, t.ended_at as at,
  t.state = 'returned' or t.outcome is null and later.body <> t.body as missed
from tasks t
left join lateral (
  select l.body from tasks l
  where l.county = t.county and l.case_id = t.case_id and l.role = 'lead' and l.id <> t.id and l.assigned_at >= t.ended_at
  order by l.assigned_at, l.id limit 1
) later on true
where t.role = 'lead' and t.body <> t.assigned_by and t.ended_at is not null
  and (t.state = 'returned' or t.outcome is not null or later.body is not null);

-- module: casework
-- published view
-- Call-backs that are over: somebody was reached, or nobody, however often it was tried. Drawn: of those that nobody judged;
-- the others had said that it was not solved, so what they say is not what all would say.
create view call_backs with (security_invoker = true) as
select q.county, q.case_id, q.id as request_id, c.desk as body, q.ruled_at as at, q.wants ->> 'ground' = 'unrated' as drawn,
  q.wants #>> '{found,solved}' as solved, (q.wants #>> '{found,satisfied}')::smallint as satisfied
from requests q join cases c on c.county = q.county and c.id = q.case_id
where q.kind = 'callback' and (q.ruling = 'answered' or q.ruling = 'lapsed' and (q.wants ->> 'tries')::integer > 0);

-- module: casework
-- published view
-- Who ruled that a case is left out of the figures, or that it is not, and whose figures they are.
create view exclusion_rulings with (security_invoker = true) as
select q.county, q.case_id, q.id as request_id, q.asked_by as body, q.asked_of as ruled_by, q.ruled_at as at, q.ruling = 'granted' as granted, q.wants ->> 'ground' as ground
from requests q where q.kind = 'exclusion' and q.ruling in ('granted', 'refused');

-- module: casework
-- published view
-- A case was opened again, for the desk that had closed it: by its resident as of right, by the level above in a review, or by staff.
create view reopenings with (security_invoker = true) as
select f.county, f.subject as case_id, lpad(to_hex(f.seq), 32, '0')::uuid as fact_id, coalesce((f.detail #>> '{from,desk}')::uuid, c.desk) as body, f.at,
  case f.kind when 'petition.redo_ordered' then 'review' when 'case.reopened' then 'resident' else f.detail #>> '{values,by}' end as opened_by
from facts f join cases c on c.county = f.county and c.id = f.subject where f.kind in ('case.reopened', 'case.reopened_by_staff', 'petition.redo_ordered');

-- module: casework
-- published view
-- Whether a trouble had been reported before, in the 90 days before it was received: by the same person; in the same community, in its
-- category, among the 20 cases before. What staff are shown of a case (reading/repeats.sql.ts) is the same, with how often.
create view case_repeats with (security_invoker = true) as
select c.county, c.id as case_id,
  c.has_appellant and exists (
    select 1 from appeals a join appeals b on b.person = a.person and b.county = a.county
    where a.county = c.county and a.case_id = c.id and (b.received_at, b.case_id) < (c.received_at, c.id) and b.received_at >= c.received_at - interval '90 days'
  ) as by_caller,
  coalesce(c.category in (
    select before.category from (
      select m.category from cases m where m.county = c.county and m.village = c.village and (m.received_at, m.id) < (c.received_at, c.id)
        and m.received_at >= c.received_at - interval '90 days'
      order by m.received_at desc, m.id desc limit 20
    ) before where before.category is not null
  ), false) as by_place
from cases c;

-- module: casework
-- published view
-- Cases that a case may make repeats of: what came after it from the same person, and the next 20 of the community.
create view case_followers with (security_invoker = true) as
select c.county, c.id as case_id, later.id as follower
from cases c cross join lateral (
  (select n.id from cases n where n.county = c.county and n.village = c.village and (n.received_at, n.id) > (c.received_at, c.id) and n.received_at <= c.received_at + interval '90 days'
    order by n.received_at, n.id limit 20)
  union
  select b.case_id from appeals a join appeals b on b.person = a.person and b.county = a.county
  where c.has_appellant and a.county = c.county and a.case_id = c.id and (b.received_at, b.case_id) > (c.received_at, c.id) and b.received_at <= c.received_at + interval '90 days'
) later;

-- module: casework
-- published view
-- What a line of a list says of a case.
create view case_lines with (security_invoker = true) as
select c.county, c.id as case_id, c.number, c.year, c.title, case when c.paused then 'asked' else c.state end as state from cases c;

-- module: insight
-- One narrow row per case, made anew from casework's views whenever a fact says that the case moved. Times to a step are
-- minutes from receipt.
create table figure_cases (
  county      integer     not null,
  case_id     uuid        not null,
  received_at timestamptz not null,
  closed_at   timestamptz,
  to_reply    integer,
  to_dispatch integer,
  to_start    integer,
  to_report   integer,
  to_close    integer,
  to_answer   integer,
  town        integer,
  village     integer,
  grid        integer,
  is_open     boolean     not null,
  -- Left out of every rate, by ruling; what was received, closed and is open counts it.
  is_excluded boolean     not null,
  by_caller   boolean     not null,
  by_place    boolean     not null,
  -- '' is not sorted yet.
  category    text        not null,
  channel     text        not null,
  desk        uuid        not null,
  primary key (county, case_id)
);
create index figure_cases_received on figure_cases (county, received_at, case_id);
create index figure_cases_closed on figure_cases (county, closed_at, case_id) where closed_at is not null;
create index figure_cases_open on figure_cases (county, received_at, case_id) where is_open;

-- module: insight
-- What counts once, for one body, at one time: a clock that was kept or ran out, a task that was returned, a dispatch that
-- reached the right body or, `late`, did not, a case that was opened again, what was claimed at a closing, what the resident said of it,
-- a call-back (of the drawn sample, or of what was not solved), a ruling on an exclusion, `late` where it was refused.
create table figure_marks (
  county   integer     not null,
  case_id  uuid        not null,
  kind     text        not null check (kind in ('reply', 'start', 'resolve', 'task', 'return', 'dispatch', 'reopen', 'claim', 'rating', 'sample', 'recall', 'exclusion')),
  id       uuid        not null,
  at       timestamptz not null,
  ended_at timestamptz,
  late     boolean     not null,
  is_excluded boolean not null,
  -- As the resident said; of a call-back null where nobody was reached.
  satisfied smallint,
  contacted boolean,
  solved   text,
  -- Of a claim what it says, of a reopening who had it opened again.
  sort     text,
  body     uuid        not null,
  -- Of a ruling.
  ruled_by uuid,
  ground   text,
  town     integer,
  village  integer,
  grid     integer,
  category text        not null,
  channel  text        not null,
  primary key (county, case_id, kind, id)
);
create index figure_marks_at on figure_marks (county, at, id);
create index figure_rulings_at on figure_marks (county, at) where kind = 'exclusion';

-- module: casework
-- published view
-- What is open, and how many of its clocks run and have run out.
create view open_cases with (security_invoker = true) as
select c.county, c.id as case_id, c.desk, coalesce(c.category, '') as category, c.town, c.village, c.received_at,
  case when c.paused then 'asked' else c.state end as state, running.clocks, running.late_clocks
from cases c cross join lateral (
  select count(*)::integer as clocks, (count(*) filter (where k.breached_at is not null))::integer as late_clocks
  from clocks k where k.county = c.county and k.case_id = c.id and k.ended_at is null and k.kind in ('reply', 'start', 'resolve', 'task')
) running
where c.state in ('received', 'accepted', 'dispatched', 'reported');

-- module: insight
-- A day whose open state was kept, and when. Append-only: what was so that day stays so. A day without a row was missed.
create table snapshots (
  county   integer     not null,
  day      date        not null,
  taken_at timestamptz not null,
  primary key (county, day)
);

-- module: insight
-- What was open at that moment: cases, those with a clock that had run out, clocks that ran, clocks that had run out. Append-only.
create table snapshot_counts (
  county      integer  not null,
  day         date     not null,
  desk        uuid     not null,
  category    text     not null,
  town        integer,
  village     integer,
  state       text     not null,
  age         text     not null,
  cases       integer  not null,
  late_cases  integer  not null,
  clocks      integer  not null,
  late_clocks integer  not null
);
create index snapshot_counts_of_day on snapshot_counts (county, day);

-- module: insight
-- A day or month whose sums are what the rows say. Whoever alters a row takes away each that it counts in; a routine, or whoever
-- rebuilds, brings it back. What is not here is counted from the rows. `made_as` tells by which definitions.
create table figure_folded (
  county    integer     not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  made_as   text        not null,
  primary key (county, starts_at, ends_at)
);

-- module: insight
-- How many rows of a day or month add to each figure, in the order of the keys that are summed (sum.sql.ts).
create table figure_sums (
  county    integer     not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  town      integer,
  village   integer,
  category  text        not null,
  channel   text        not null,
  body      uuid        not null,
  counts    integer[]   not null
);
create index figure_sums_of on figure_sums (county, starts_at, ends_at);

-- module: insight
-- How long the cases that were closed on a day or in a month took to each step, in bins: enough to know where the middle lies. The
-- rows say it to the minute.
create table figure_lengths (
  county    integer     not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  town      integer,
  step      text        not null,
  bin       integer     not null,
  n         integer     not null,
  -- The shortest and the longest that came.
  least     integer     not null,
  most      integer     not null
);
create index figure_lengths_of on figure_lengths (county, starts_at, ends_at);
