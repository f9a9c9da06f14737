-- Help with sorting and dispatching: what was learnt from a county's closed cases.

-- module: casework
-- Suggestions are made from the newest row of a kind. It holds no case: grams, each with its weights.
create table advice_models (
  county    integer     not null,
  kind      text        not null check (kind in ('category', 'body', 'place')),
  version   integer     not null,
  -- Null: there was too little to learn from.
  bytes     bytea,
  examples  integer     not null,
  -- How many of the examples it had right when it had not learnt from them.
  correct   integer     not null,
  learnt_at timestamptz not null,
  primary key (county, kind)
);

-- module: casework
-- When it was last seen whether there is something new to learn, and from which categories was learnt.
create table advice_looks (
  county    integer     not null,
  looked_at timestamptz not null,
  learnt_at timestamptz,
  learnt_of text        not null default '',
  primary key (county)
);

-- module: casework
-- The newest closed cases: examples to learn from.
create index cases_closed on cases (county, closed_at desc) where closed_at is not null;

-- module: casework
-- What lies near: squares of a five-hundredth of a degree, some two hundred metres.
create index appeals_near on appeals (county, (floor(lat * 500)::integer), (floor(lon * 500)::integer), received_at desc) where lat is not null;
