-- Persons, how they sign in, the bodies and posts they hold, and what these may do.

-- module: identity
create table persons (
  id              uuid        primary key,
  name            bytea,
  phone           bytea,
  phone_index     bytea,
  login           text        unique,
  password        text,
  totp_secret     bytea,
  totp_used_step  bigint,
  language        text        not null default 'zh' check (language in ('zh', 'en')),
  is_demo         boolean     not null default false,
  phone_proved_at timestamptz,
  last_holder     uuid        references persons,
  sent            bytea,
  created_at      timestamptz not null,
  entered_at      timestamptz,
  left_at         timestamptz
);
create unique index persons_phone on persons (phone_index) where phone_index is not null and login is null;

-- Who signs in by the identity provider: a keyed hash of the provider's own name for them.
-- module: identity
create table provider_accounts (
  subject   bytea       primary key,
  person    uuid        not null unique references persons,
  linked_at timestamptz not null
);

-- module: identity
create table recovery_codes (
  person  uuid  not null references persons,
  code    bytea not null,
  used_at timestamptz,
  primary key (person, code)
);

-- module: identity
create table consents (
  person  uuid        not null references persons,
  version text        not null,
  at      timestamptz not null,
  primary key (person, version)
);

-- module: identity
create table sessions (
  token        bytea       primary key,
  id           uuid        not null unique,
  person       uuid        not null references persons,
  app          text        not null check (app in ('resident', 'office')),
  device       text        not null,
  started_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz
);
create index sessions_of_person on sessions (person) where ended_at is null;

-- module: identity
create table phone_codes (
  phone_index bytea       primary key,
  code        bytea       not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       integer     not null default 0
);

-- module: identity
create table one_time_links (
  token      bytea       primary key,
  person     uuid        not null references persons,
  kind       text        not null check (kind in ('invitation', 'first_administrator', 'reset')),
  secret     bytea       not null,
  made_by    uuid        references persons,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- module: identity
create table bodies (
  county    integer     not null,
  id        uuid        not null,
  region    integer     not null references regions,
  kind      text        not null,
  parent    uuid,
  name_zh   text        not null,
  name_en   text,
  is_desk   boolean     not null default false,
  telephone text,
  version   integer     not null default 1,
  sent      bytea,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (county, id),
  foreign key (county, parent) references bodies (county, id)
);
create unique index bodies_one_desk on bodies (county, region) where is_desk and closed_at is null;

-- module: identity
create table posts (
  county       integer     not null,
  id           uuid        not null,
  body         uuid        not null,
  role         text        not null,
  title_zh     text        not null,
  title_en     text,
  region       integer     not null references regions,
  categories   text[],
  -- Its holders sit at another body (派驻) from then until then, and stand on that body's roster.
  stationed_at   uuid,
  stationed_from timestamptz,
  stationed_to   timestamptz,
  -- Residents may read its holder's name.
  is_public    boolean     not null default false,
  sent         bytea,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  primary key (county, id),
  foreign key (county, body) references bodies (county, id),
  check ((stationed_at is null) = (stationed_from is null)),
  check (stationed_to > stationed_from)
);
create index posts_of_body on posts (county, body);
create index posts_stationed on posts (county, stationed_at) where stationed_at is not null;

-- module: identity
create table holdings (
  county integer     not null,
  post   uuid        not null,
  person uuid        not null references persons,
  since  timestamptz not null,
  until  timestamptz,
  primary key (county, post, person, since),
  foreign key (county, post) references posts (county, id)
);
create index holdings_of_person on holdings (person);

-- module: identity
create table grants (
  county       integer     not null,
  id           uuid        not null,
  to_post      uuid,
  to_body      uuid,
  action       text        not null,
  region       integer     not null references regions,
  categories   text[],
  may_delegate boolean     not null,
  report_afterwards boolean not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  given_by     uuid        not null,
  given_by_post uuid       not null,
  from_grant   uuid,
  reason       text        not null,
  sent         bytea,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  primary key (county, id),
  check (num_nonnulls(to_post, to_body) = 1)
);
create index grants_to_post on grants (county, to_post) where withdrawn_at is null;
create index grants_to_body on grants (county, to_body) where withdrawn_at is null;
create index grants_reported on grants (county, given_by_post) where report_afterwards;

-- module: identity
-- Acts that were reported, which whoever gave the grant has seen. Append-only.
create table reports_seen (
  county  integer     not null,
  seq     bigint      not null,
  seen_by uuid        not null,
  seen_at timestamptz not null,
  primary key (county, seq)
);

-- module: identity
create table duties (
  county integer     not null,
  id     uuid        not null,
  body   uuid        not null,
  post   uuid        not null,
  person uuid        not null references persons,
  since  timestamptz not null,
  until  timestamptz not null,
  sent   bytea,
  primary key (county, id),
  check (until > since)
);
create index duties_of_body on duties (county, body, until);

-- module: identity
create table community_codes (
  county  integer     not null,
  village integer     not null references regions,
  code    text        not null,
  made_at timestamptz not null,
  primary key (county, village)
);
create index community_codes_code on community_codes (code);

-- module: identity
create table memberships (
  county     integer     not null,
  id         uuid        not null,
  person     uuid        not null references persons,
  town       integer     not null,
  village    integer     not null references regions,
  kind       text        not null,
  address    bytea       not null,
  state      text        not null check (state in ('asked', 'verified', 'refused', 'ended')),
  asked_at   timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason     text,
  primary key (county, id)
);
create unique index memberships_one on memberships (county, village, person, kind) where state in ('asked', 'verified');
create index memberships_of_person on memberships (person);
create index memberships_in_village on memberships (county, village, state, asked_at desc, id);

-- module: identity
-- Who saw a masked value, and what for.
create table openings (
  county    integer     not null,
  id        uuid        not null,
  subject   uuid        not null,
  field     text        not null,
  held_in   uuid        not null,
  case_id   uuid,
  person    uuid        not null,
  post      uuid        not null,
  body      uuid        not null,
  purpose   text        not null,
  words     text,
  at        timestamptz not null,
  primary key (county, id)
);
create index openings_of_subject on openings (subject, at desc);

-- module: identity
-- Why a body was closed, a post ended, a person reset or dismissed: the words that belong to a fact (its detail names the row).
create table reasons (
  county integer     not null,
  id     uuid        not null,
  words  text        not null,
  person uuid        not null,
  at     timestamptz not null,
  primary key (county, id)
);

-- published view: what each body is called and where it stands
create view body_places as
  select b.county, b.id, b.kind, b.parent, b.name_zh, b.name_en, b.is_desk, b.closed_at, b.region, r.level, r.town, r.village, r.grid
  from bodies b join region_places r on r.id = b.region;

-- published view: who holds which post from when until when, in every county
create view post_holders as
  select h.county, h.post, h.person, p.body, p.role, p.title_zh, p.title_en, p.region, p.categories,
    greatest(h.since, p.valid_from) as since, least(h.until, p.valid_to, b.closed_at) as until
  from holdings h join posts p on p.county = h.county and p.id = h.post join bodies b on b.county = p.county and b.id = p.body;

-- published view: who holds a post in which body, from when to when
create view posts_held as
  select p.county, p.id as post, p.body, p.role, h.person, greatest(p.valid_from, h.since) as since, least(p.valid_to, h.until) as until
  from posts p join holdings h on h.county = p.county and h.post = p.id;

-- published view: how to reach a person; both values are sealed
create view person_contacts as select id, name, phone from persons;
