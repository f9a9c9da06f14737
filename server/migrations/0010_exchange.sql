-- Machines: programs of others with their keys, their orders and hooks, and signals from cameras and sensors.

-- module: exchange
-- A program of others. Its key is kept as a hash; `key_end` lets people tell keys apart. `opens`: open311, orders.
create table clients (
  county       integer     not null,
  id           uuid        not null,
  name         text        not null,
  opens        text[]      not null,
  key_hash     bytea       not null,
  key_end      text        not null,
  calls_per_minute integer not null,
  -- How orders of this program are read: a mapping as imports have it.
  mapping      jsonb,
  -- Where the states of its own cases are told, and the secret that signs it.
  hook_url     text,
  hook_secret  bytea,
  made_by      uuid        not null,
  made_at      timestamptz not null,
  valid_to     timestamptz,
  withdrawn_at timestamptz,
  last_used_at timestamptz,
  sent         bytea       not null,
  primary key (county, id)
);
create unique index clients_by_key on clients (county, key_hash);

-- module: exchange
-- Cases that a program opened: it sees them whole. `token`: what it may ask by when the answer was lost.
create table client_cases (
  county      integer     not null,
  case_id     uuid        not null,
  client      uuid        not null,
  token       uuid        not null,
  source_id   text,
  sent        bytea       not null,
  received_at timestamptz not null,
  primary key (county, case_id)
);
create unique index client_cases_by_token on client_cases (county, client, token);
create unique index client_cases_by_source_id on client_cases (county, client, source_id) where source_id is not null;
create index client_cases_newest on client_cases (county, client, received_at desc, case_id);

-- module: exchange
-- A camera, a sensor or the platform that gathers them. Its secret is sealed; events of the same type and subject
-- within `window_minutes` are one signal.
create table signal_sources (
  county         integer     not null,
  id             uuid        not null,
  name           text        not null,
  secret         bytea       not null,
  region         integer,
  window_minutes integer     not null,
  made_by        uuid        not null,
  made_at        timestamptz not null,
  withdrawn_at   timestamptz,
  last_event_at  timestamptz,
  sent           bytea       not null,
  primary key (county, id)
);

-- module: exchange
-- When a signal opens a case. source null: of any. type: exact, or a beginning that ends in `*`.
create table signal_rules (
  county       integer     not null,
  id           uuid        not null,
  source       uuid,
  type         text        not null,
  least_count  integer     not null,
  least_severity smallint  not null,
  category     text        not null,
  words        text        not null,
  made_by      uuid        not null,
  made_at      timestamptz not null,
  ended_at     timestamptz,
  sent         bytea       not null,
  primary key (county, id)
);

-- module: exchange
create table signals (
  county   integer     not null,
  id       uuid        not null,
  source   uuid        not null,
  -- As the event names them: which device, what, of which thing.
  origin   text        not null,
  type     text        not null,
  subject  text        not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  count    integer     not null,
  severity smallint    not null,
  -- Of the last event: what it measured and where.
  said     jsonb       not null,
  rule     uuid,
  case_id  uuid,
  primary key (county, id)
);
create index signals_of_subject on signals (county, source, origin, type, subject, last_at desc);
create index signals_newest on signals (county, last_at desc, id desc);
create unique index signals_by_case on signals (county, case_id) where case_id is not null;

-- module: exchange
-- Each event once.
create table signal_events (
  county    integer     not null,
  source    uuid        not null,
  event_id  text        not null,
  signal    uuid        not null,
  at        timestamptz not null,
  primary key (county, source, event_id)
);
create index signal_events_oldest on signal_events (county, at);

-- module: exchange
-- What is to be told to a program. next_at null: delivered, or given up.
create table deliveries (
  county       integer     not null,
  id           uuid        not null,
  client       uuid        not null,
  case_id      uuid        not null,
  seq          bigint      not null,
  event        jsonb       not null,
  made_at      timestamptz not null,
  tries        smallint    not null default 0,
  next_at      timestamptz,
  delivered_at timestamptz,
  given_up_at  timestamptz,
  status       smallint,
  problem      text,
  primary key (county, id)
);
create unique index deliveries_once on deliveries (county, client, case_id, seq);
create index deliveries_due on deliveries (next_at) where next_at is not null;
create index deliveries_given_up on deliveries (county, given_up_at desc, id desc) where given_up_at is not null;
create index deliveries_newest on deliveries (county, made_at desc, id desc);
