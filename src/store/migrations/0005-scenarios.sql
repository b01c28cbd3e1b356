-- Scenarios that a municipality keeps: the text of each file, to the letter. Saved again, it is replaced.
create table scenario (
  municipality text not null,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb not null,
  yaml text not null,
  by text not null,
  at timestamptz not null,
  primary key (municipality, id)
);
alter table scenario enable row level security, force row level security;
create policy scenario_scope on scenario using (sees(municipality, null));
