-- module: files
create table photos (
  county     integer     not null,
  id         uuid        not null,
  person     uuid        not null,
  width      integer     not null,
  height     integer     not null,
  bytes      integer     not null,
  sent       bytea       not null,
  made_at    timestamptz not null,
  used_for   uuid,
  primary key (county, id)
);
create index photos_unused on photos (made_at) where used_for is null;
