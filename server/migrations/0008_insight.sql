-- Figures: what casework lets others read of its cases, and the rows that figures are counted from.

-- module: casework
-- published view
-- When a case reached each step, and what was said of it at its end. One row per case.
create view case_milestones with (security_invoker = true) as
select c.county, c.id as case_id, c.town, c.village, c.grid, c.category, c.desk, c.received_at, c.closed_at, c.answered_at, c.outcome,
  c.state in ('received', 'accepted', 'dispatched', 'reported') as is_open,
  reply.ended_at as replied_at, work.dispatched_at, work.started_at, work.reported_at,
  rating.at as rated_at, rating.contacted, rating.solved, rating.satisfied
from cases c
left join lateral (
  select min(k.ended_at) as ended_at from clocks k where k.county = c.county and k.case_id = c.id and k.kind = 'reply'
) reply on true
left join lateral (
  select min(t.assigned_at) as dispatched_at, min(t.started_at) as started_at,
    max(t.ended_at) filter (where t.role = 'lead' and t.state = 'reported') as reported_at
  from tasks t where t.county = c.county and t.case_id = c.id
) work on true
left join lateral (
  select r.at, r.contacted, r.solved, r.satisfied from ratings r where r.county = c.county and r.case_id = c.id order by r.round desc, r.at limit 1
) rating on true;

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
  rated_at    timestamptz,
  to_reply    integer,
  to_dispatch integer,
  to_start    integer,
  to_report   integer,
  to_close    integer,
  to_answer   integer,
  town        integer,
  village     integer,
  grid        integer,
  satisfied   smallint,
  is_open     boolean     not null,
  contacted   boolean,
  outcome     text,
  solved      text,
  -- '' is not sorted yet.
  category    text        not null,
  desk        uuid        not null,
  primary key (county, case_id)
);
create index figure_cases_received on figure_cases (county, received_at, case_id);
create index figure_cases_closed on figure_cases (county, closed_at, case_id) where closed_at is not null;
create index figure_cases_rated on figure_cases (county, rated_at, case_id) where rated_at is not null;
create index figure_cases_open on figure_cases (county, received_at, case_id) where is_open;

-- module: insight
-- What counts once, for one body, at one time: a clock that was kept or ran out, a task that was returned, a dispatch that
-- reached the right body or, `late`, did not.
create table figure_marks (
  county   integer     not null,
  case_id  uuid        not null,
  kind     text        not null check (kind in ('reply', 'start', 'resolve', 'task', 'return', 'dispatch')),
  id       uuid        not null,
  at       timestamptz not null,
  ended_at timestamptz,
  late     boolean     not null,
  body     uuid        not null,
  town     integer,
  village  integer,
  grid     integer,
  category text        not null,
  primary key (county, case_id, kind, id)
);
create index figure_marks_at on figure_marks (county, at, id);
