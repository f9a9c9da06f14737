-- The leader's digest.

-- module: casework
-- published view
-- Who acted on a case, and when: whoever acted in the instant of a ruling made it.
create view case_acts with (security_invoker = true) as
select f.county, f.subject as case_id, f.person, f.at from facts f where f.person is not null;

-- module: casework
-- published view
-- Cases that the routing catalogue dispatched, or proposed to a leader, without asking the desk.
create view cases_dispatched_by_rule with (security_invoker = true) as
select f.county, f.subject as case_id from facts f where f.kind in ('case.dispatched', 'request.made') and f.detail #>> '{values,byPolicy}' = 'yes';

-- module: casework
-- Whom the bell has told of a day's digest: each once, whichever worker came to it. A week is kept.
create table digests_told (
  county integer not null,
  day    date    not null,
  person uuid    not null,
  primary key (county, day, person)
);
