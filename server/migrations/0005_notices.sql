-- module: notices
-- detail: { number, values }, what the words of the kind are filled with.
create table notices (
  county  integer     not null,
  id      uuid        not null,
  person  uuid        not null,
  app     text        not null check (app in ('resident', 'office')),
  kind    text        not null,
  subject_kind text   not null,
  subject uuid        not null,
  detail  jsonb       not null default '{}',
  at      timestamptz not null,
  read_at timestamptz,
  primary key (county, id)
);
create index notices_of_person on notices (person, app, at desc, id desc);
create index notices_unread_newest on notices (person, app, at desc, id desc) where read_at is null;
create index notices_unread on notices (person, app, subject) where read_at is null;
create index notices_read on notices (at) where read_at is not null;
