-- What a county decides as a whole, in versions: its rules 办理规则, its routing catalogue 派单目录 and its
-- codes of components and events 部件事件编码.

-- module: casework
-- One row per published version, which never changes. In force is the highest version whose day has come.
create table books (
  county         integer     not null,
  kind           text        not null check (kind in ('policy', 'routing', 'codes')),
  version        integer     not null,
  id             uuid        not null,
  content        jsonb       not null,
  note           text        not null,
  effective_from timestamptz not null,
  published_at   timestamptz not null,
  -- Null: it came with the installation.
  person         uuid,
  sent           bytea,
  primary key (county, kind, version)
);
create unique index books_by_key on books (county, id);

-- module: casework
-- The one draft of a kind that a county has; no content: there is none. Its version only ever rises, so that whoever
-- saves over something they have not seen is always found out.
create table book_drafts (
  county     integer     not null,
  kind       text        not null check (kind in ('policy', 'routing', 'codes')),
  version    integer     not null,
  content    jsonb,
  changed_at timestamptz not null,
  person     uuid        not null,
  primary key (county, kind)
);
