-- What each body may and must do by law 职责清单, as the county keeps it.

-- module: casework
create table remits (
  county   integer     not null,
  id       uuid        not null,
  body     uuid        not null,
  -- Null: in every category.
  category text,
  words    text        not null,
  ground   text        not null,
  place    bigint      not null,
  sent     bytea,
  added_by uuid        not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (county, id)
);
create index remits_in_force on remits (county, body, place) where ended_at is null;
-- A body has a line once, though two bring the same table at once.
create unique index remits_once on remits (county, body, coalesce(category, ''), md5(words)) where ended_at is null;
