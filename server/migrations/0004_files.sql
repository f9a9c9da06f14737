-- module: files
-- The pictures themselves lie in the store. kept_at is null while they are being put there, or taken away.
create table photos (
  county     integer     not null,
  id         uuid        not null,
  person     uuid        not null,
  width      integer     not null,
  height     integer     not null,
  bytes      integer     not null,
  sent       bytea       not null,
  made_at    timestamptz not null,
  kept_at    timestamptz,
  used_for   uuid,
  primary key (county, id)
);
create index photos_unused on photos (made_at) where used_for is null;
create index photos_of_person on photos (person);
