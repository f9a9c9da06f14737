-- Tracks: kinds of matter, each with a desk that coordinates it for the county or for a town. A category goes to one
-- (categories.track). A county that kept none has those of the product.

-- module: casework
create table tracks (
  county  integer  not null,
  key     text     not null,
  name_zh text     not null,
  name_en text,
  place   smallint not null,
  primary key (county, key)
);

-- module: casework
create table track_desks (
  county integer not null,
  track  text    not null,
  -- The county itself, or a town of it.
  region integer not null,
  body   uuid    not null,
  primary key (county, track, region)
);

-- module: casework
create table track_versions (
  county  integer not null primary key,
  version integer not null
);
