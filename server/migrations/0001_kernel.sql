-- What the house itself keeps: facts, the relay's positions, routines, limits.

-- The role that daily work runs as. It may not change or remove what is append-only (migrate.ts takes the rights).
do $$
begin
  create role gongzhi_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant gongzhi_app to %I', current_user);
exception
  when invalid_grant_operation or duplicate_object then null;
end
$$;

-- A fact's moment is its transaction's number. The feed is read only below fact_horizon(), so a transaction that is
-- still open can't be overtaken. A restore into another cluster replaces both functions with a larger offset.
create function fact_moment() returns bigint language sql stable
  return pg_current_xact_id()::text::bigint + 0;
create function fact_horizon() returns bigint language sql stable
  return pg_snapshot_xmin(pg_current_snapshot())::text::bigint + 0;

-- module: kernel
-- One row per thing that happened: trail, live updates, webhooks and reactions read it. Ids only, never names or words.
create table facts (
  county  integer     not null,
  subject uuid        not null,
  seq     bigint      not null generated always as identity,
  moment  bigint      not null default fact_moment(),
  kind    text        not null,
  version integer,
  person  uuid,
  post    uuid,
  body    uuid,
  at      timestamptz not null,
  detail  jsonb       not null default '{}',
  primary key (county, subject, seq)
);
create index facts_feed on facts (moment, seq);
create index facts_under_grants on facts (county, (detail ->> 'under'), seq) where detail ->> 'under' is not null;

-- module: kernel
-- published view
-- What was done under grants that ask for a report 先办后报.
create view acts_under_grants with (security_invoker = true) as
select county, seq, subject, kind, person, post, body, at, detail ->> 'under' as grant_id from facts where detail ->> 'under' is not null;

-- module: kernel
-- How far each listener has read, and what it could not digest.
create table listeners (
  name   text   primary key,
  moment bigint not null default 0,
  seq    bigint not null default 0
);

-- module: kernel
create table failed_reactions (
  county   integer     not null,
  listener text        not null,
  subject  uuid        not null,
  seq      bigint      not null,
  tries    integer     not null,
  problem  text        not null,
  next_try timestamptz,
  primary key (county, listener, subject, seq)
);

-- module: kernel
create table routines (
  name     text        primary key,
  next_at  timestamptz not null,
  last_at  timestamptz,
  last_problem text
);

-- module: kernel
-- Tries per phone, address or account. The key is a keyed hash.
create table limits (
  key    bytea       not null,
  since  timestamptz not null,
  tries  integer     not null,
  primary key (key)
);
