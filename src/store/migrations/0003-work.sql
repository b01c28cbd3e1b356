create table job (
  id text primary key,
  kind text not null,
  input jsonb not null,
  municipality text,
  asked_by text not null,
  asked timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  attempts integer not null default 0,
  worker text,
  begun timestamptz,
  heard timestamptz,
  ended timestamptz,
  progress real not null default 0 check (progress between 0 and 1),
  step jsonb,
  cancel boolean not null default false,
  result jsonb,
  faults jsonb
);
create index on job (asked) where state in ('waiting', 'running');
alter table job enable row level security, force row level security;
create policy job_scope on job using (sees(municipality, null));

-- The seals are over the text of the entry as core/audit/entry.ts writes it.
create table audit_entry (
  number bigint primary key,
  at timestamptz(3) not null,
  actor text not null,
  role text,
  act text not null,
  outcome text not null check (outcome in ('done', 'denied')),
  reason text,
  municipalities text[] not null,
  unit text,
  subject text not null,
  persons text[] not null default '{}',
  query text,
  count integer,
  seal text not null
);
create index on audit_entry (at);
create index on audit_entry (actor, at);
create index on audit_entry using gin (persons);
alter table audit_entry enable row level security, force row level security;
create policy audit_entry_read on audit_entry for select using (sees_all() or sees_any(municipalities, null));
create policy audit_entry_write on audit_entry for insert with check (true);

create table audit_head (
  one boolean primary key default true check (one),
  number bigint not null,
  seal text not null,
  head_seal text not null
);

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the rows of % are never changed', tg_table_name;
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry execute function refuse();
create trigger plan_version_stays before update or delete or truncate on plan_version execute function refuse();
