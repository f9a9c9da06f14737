-- Another platform's appeals, taken in from a file.

-- module: casework
-- One file and how to read it. `taken_rows`: how far it is; it moves in the transaction that writes what the rows became.
-- `county` is whose import it is; an operator's may bring cases to other counties too.
create table imports (
  county      integer     not null,
  id          uuid        not null,
  source      text        not null,
  mapping     jsonb       not null,
  file_name   text        not null,
  file_bytes  bigint      not null,
  file_kept   boolean     not null default true,
  spans_counties boolean  not null default false,
  state       text        not null check (state in ('sending', 'checking', 'checked', 'running', 'done', 'refused', 'stopped')),
  encoding    text,
  problem     jsonb,
  taken_rows  integer     not null default 0,
  total_rows  integer,
  in_rows     integer     not null default 0,
  before_rows integer     not null default 0,
  bad_rows    integer     not null default 0,
  -- Null: the operator.
  person      uuid,
  post        uuid,
  body        uuid,
  sent        bytea,
  made_at     timestamptz not null,
  ended_at    timestamptz,
  -- Which process works on it, and until when others leave it alone.
  worker      uuid,
  worker_until timestamptz,
  primary key (county, id)
);
create index imports_newest on imports (county, made_at desc, id desc);
create index imports_at_work on imports (made_at) where state in ('checking', 'running');
create index imports_with_file on imports (made_at) where file_kept;

-- module: casework
create table import_parts (
  county    integer not null,
  import_id uuid    not null,
  part      integer not null,
  bytes     integer not null,
  primary key (county, import_id, part)
);

-- module: casework
-- Rows that can't be taken in, with every reason: a code and a column, never what stands there.
create table import_bad_rows (
  county    integer not null,
  import_id uuid    not null,
  line      integer not null,
  source_id text,
  faults    jsonb   not null,
  primary key (county, import_id, line)
);

-- module: casework
-- What a source's own id became: an id comes in once.
create table imported (
  county    integer not null,
  source    text    not null,
  source_id text    not null,
  import_id uuid    not null,
  line      integer not null,
  case_county integer not null,
  case_id   uuid    not null,
  primary key (county, source, source_id)
);
create index imported_by on imported (county, import_id, line);
