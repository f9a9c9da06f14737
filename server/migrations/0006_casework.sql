-- Appeals, cases, tasks, clocks.

-- module: casework
create sequence case_numbers;

-- module: casework
create table categories (
  county  integer  not null,
  key     text     not null,
  parent  text,
  name_zh text     not null,
  name_en text,
  hint_zh text,
  hint_en text,
  track   text     not null default 'public_service',
  place   smallint not null default 0,
  ended_at timestamptz,
  primary key (county, key)
);

-- module: casework
create table cases (
  county      integer     not null,
  id          uuid        not null,
  number      bigint      not null,
  year        smallint    not null,
  state       text        not null,
  level       text        not null,
  town        integer,
  village     integer,
  grid        integer,
  category    text,
  desk        uuid        not null,
  title       text        not null,
  version     integer     not null default 1,
  policy      integer     not null,
  publicity   text        not null,
  public_words text,
  public_photos uuid[],
  received_at timestamptz not null,
  changed_at  timestamptz not null,
  due_at      timestamptz,
  due_kind    text,
  -- The due time again, or the end of time: what lists are ordered by.
  queue_at    timestamptz not null,
  breached    boolean     not null default false,
  paused      boolean     not null default false,
  outcome     text,
  -- What a machine reported has nobody to answer: such a case ends with its closing.
  has_appellant boolean   not null default true,
  -- The body that it is a complaint about: it is not shown who complains.
  about       uuid,
  -- A petition matter passes both gates.
  petition    boolean     not null default false,
  -- Left out of the figures of its bodies, by ruling.
  excluded    boolean     not null default false,
  planned_until timestamptz,
  reopened    smallint    not null default 0,
  -- The case that it was merged into.
  master      uuid,
  -- Whose the asset is 设施归谁: a kind of owner of the routing catalogue.
  owner       text,
  -- The component 部件 or event 事件 that a collector reported: its digits, and the type that they stand for.
  code        text,
  code_type   text,
  -- The task group 任务共同体: who formed it when, its checklist, its end.
  task_group  jsonb,
  closed_at   timestamptz,
  answered_at timestamptz,
  primary key (county, id)
);
create index cases_of_code on cases (county, code) where code is not null;
create index cases_coded on cases (county, code_type, received_at desc, id desc) where code_type is not null;
create index cases_merged on cases (county, master) where master is not null;
-- The number first: most people type it without its year.
create unique index cases_number on cases (county, number, year);
create index cases_at_desk on cases (county, desk, state, queue_at, id);
create index cases_late on cases (county, desk, state) where breached;
create index cases_newest on cases (county, received_at desc, id desc);
create index cases_in_state on cases (county, state, received_at desc, id desc);
create index cases_in_category on cases (county, category, received_at desc, id desc);
create index cases_sent_up on cases (county, level, received_at desc, id desc) where level <> 'self';
create index cases_paused on cases (county, received_at desc, id desc) where paused;
create index cases_breached on cases (county, received_at desc, id desc) where breached;
create index cases_in_town on cases (county, town, received_at desc, id desc) where town is not null;
create index cases_in_village on cases (county, village, received_at desc, id desc) where village is not null;
create index cases_public on cases (county, received_at desc, id desc) where publicity = 'public';
create index cases_public_in_village on cases (county, village, received_at desc, id desc) where publicity = 'public';

-- module: casework
create table appeals (
  county      integer     not null,
  id          uuid        not null,
  case_id     uuid        not null,
  person      uuid        not null,
  channel     text        not null,
  words       text        not null,
  -- What the person said before they covered parts of it, sealed.
  original    bytea,
  address     bytea,
  behalf_name bytea,
  behalf_phone bytea,
  lon         double precision,
  lat         double precision,
  photos      uuid[]      not null default '{}',
  sent        bytea       not null,
  received_at timestamptz not null,
  primary key (county, id)
);
create index appeals_of_case on appeals (county, case_id);
create index appeals_of_person on appeals (person, received_at desc, id desc);

-- module: casework
-- Bodies that hold or held a case, as desk or by a task: their reach beyond their own area.
create table case_bodies (
  county      integer     not null,
  body        uuid        not null,
  case_id     uuid        not null,
  received_at timestamptz not null,
  primary key (county, body, case_id)
);
create index case_bodies_newest on case_bodies (county, body, received_at desc, case_id desc);
create index case_bodies_of_case on case_bodies (county, case_id);

-- module: casework
create table tasks (
  county      integer     not null,
  id          uuid        not null,
  case_id     uuid        not null,
  body        uuid        not null,
  role        text        not null check (role in ('lead', 'assist')),
  state       text        not null check (state in ('assigned', 'taken', 'reported', 'returned', 'ended')),
  handler     uuid,
  -- The entry that holds the instruction's words.
  instruction uuid,
  assigned_by uuid        not null,
  assigned_at timestamptz not null,
  due_at      timestamptz,
  queue_at    timestamptz not null,
  started_at  timestamptz,
  ended_at    timestamptz,
  outcome     text,
  primary key (county, id)
);
create index tasks_of_case on tasks (county, case_id);
create index tasks_of_body on tasks (county, body, queue_at, id) where state in ('assigned', 'taken');
create index tasks_of_handler on tasks (county, handler, queue_at, id) where state in ('assigned', 'taken');
create unique index tasks_one_open_lead on tasks (county, case_id) where role = 'lead' and state in ('assigned', 'taken', 'reported');
create unique index tasks_one_open_per_body on tasks (county, case_id, body) where state in ('assigned', 'taken', 'reported');

-- module: casework
create table clocks (
  county      integer     not null,
  id          uuid        not null,
  case_id     uuid        not null,
  task        uuid,
  request     uuid,
  kind        text        not null,
  body        uuid        not null,
  span        jsonb       not null,
  started_at  timestamptz not null,
  due_at      timestamptz,
  provisional boolean     not null default false,
  pauses      jsonb       not null default '[]',
  warn_at     timestamptz,
  warned_at   timestamptz,
  breached_at timestamptz,
  ended_at    timestamptz,
  next_at     timestamptz,
  primary key (county, id)
);
create index clocks_of_case on clocks (county, case_id);
create unique index clocks_one_running on clocks (county, case_id, kind, coalesce(request, task, case_id)) where ended_at is null;
create index clocks_due on clocks (next_at) where next_at is not null;

-- module: casework
-- Words that belong to a step of a case: notes, instructions, questions, results, answers.
create table entries (
  county   integer     not null,
  id       uuid        not null,
  case_id  uuid        not null,
  task     uuid,
  kind     text        not null,
  audience text        not null check (audience in ('resident', 'staff')),
  words    text,
  photos   uuid[]      not null default '{}',
  -- Null: it came from another platform, by the operator.
  person   uuid,
  sent     bytea,
  at       timestamptz not null,
  primary key (county, id)
);
create index entries_of_case on entries (county, case_id, at);

-- module: casework
create table ratings (
  county    integer     not null,
  case_id   uuid        not null,
  person    uuid        not null,
  -- How often the case had been opened again.
  round     smallint    not null default 0,
  contacted boolean     not null,
  solved    text        not null check (solved in ('yes', 'partly', 'no')),
  satisfied smallint    not null check (satisfied between 1 and 5),
  words     text,
  at        timestamptz not null,
  primary key (county, case_id, person, round)
);

-- module: casework
-- How many cases lie where, folded from facts by the worker. Rows at nought are removed.
create table tallies (
  county  integer not null,
  desk    uuid    not null,
  state   text    not null,
  n       bigint  not null,
  primary key (county, desk, state)
);

-- module: casework
-- kind: the leader's gates, a return that goes to the arbiter, more time, a matter planned for later, an exclusion from the
-- figures, a supervision. wants: what is asked for. ruling: null while it is open.
create table requests (
  county       integer     not null,
  id           uuid        not null,
  case_id      uuid        not null,
  kind         text        not null,
  task         uuid,
  asked_by     uuid        not null,
  asked_of     uuid        not null,
  entry        uuid,
  wants        jsonb       not null,
  asked_at     timestamptz not null,
  due_at       timestamptz,
  ruling       text,
  ruled_at     timestamptz,
  ruled_entry  uuid,
  effective_at timestamptz,
  primary key (county, id)
);
create index requests_of_case on requests (county, case_id);
create index requests_waiting on requests (county, asked_of, asked_at, id) where ruling is null or effective_at is not null;
create index requests_ruled on requests (county, asked_of, ruled_at) where ruled_at is not null;
create index requests_made on requests (county, asked_by, asked_at desc, id desc);
create unique index requests_one_open on requests (county, case_id, kind, coalesce(task, asked_of)) where ruling is null;

-- module: casework
-- What a query code opens. Of the code only its hash is kept.
create table tip_offs (
  code    bytea   not null primary key,
  county  integer not null,
  case_id uuid    not null,
  person  uuid    not null
);
