-- How matters of a category went, by village: what the mode and level of the next one are advised from.

-- module: casework
-- Folded from facts by the worker, like the tallies; 0 stands for no town, or no village.
create table handling_history (
  county      integer not null,
  category    text    not null,
  town        integer not null,
  village     integer not null,
  cases       integer not null,
  several     integer not null,
  returned    integer not null,
  reopened    integer not null,
  self        integer not null,
  coordinated integer not null,
  joint       integer not null,
  -- Dispatches that were advised on, and those that went as was advised.
  advised     integer not null,
  followed    integer not null,
  primary key (county, category, town, village)
);
