create table plan (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  municipalities text[] not null check (municipalities <> '{}'),
  title jsonb not null,
  created timestamptz not null
);
alter table plan enable row level security, force row level security;
create policy plan_scope on plan using (sees_any(municipalities, null));

-- What is a plan's is seen by whoever sees the plan.
create function sees_plan(wanted text) returns boolean language sql stable
  return exists (select from plan where id = wanted);

-- A version is the whole text of the plan's file, to the letter, and is never changed.
create table plan_version (
  plan text not null references plan,
  number integer not null check (number > 0),
  yaml text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(yaml, 'UTF8')), 'hex')),
  note text not null default '',
  by text not null,
  at timestamptz not null,
  primary key (plan, number)
);
alter table plan_version enable row level security, force row level security;
create policy plan_version_scope on plan_version using (sees_plan(plan));

-- The one draft of a plan; its revision tells whether somebody saved in between.
create table plan_draft (
  plan text primary key references plan,
  based_on integer,
  yaml text not null,
  revision integer not null check (revision > 0),
  by text not null,
  at timestamptz not null,
  foreign key (plan, based_on) references plan_version
);
alter table plan_draft enable row level security, force row level security;
create policy plan_draft_scope on plan_draft using (sees_plan(plan));

-- Comments and assessments; what is rewritten is a new version, what is taken back a version without words.
create table goal_comment (
  id text not null,
  version integer not null check (version > 0),
  plan text not null references plan,
  goal text not null,
  kind text not null check (kind in ('comment', 'assessment')),
  says text not null,
  by text not null,
  at timestamptz not null,
  primary key (id, version)
);
create index on goal_comment (plan, goal);
alter table goal_comment enable row level security, force row level security;
create policy goal_comment_scope on goal_comment using (sees_plan(plan));

-- Who answers for a goal, from when; the latest counts.
create table goal_owner (
  plan text not null references plan,
  goal text not null,
  at timestamptz not null,
  owner text references account,
  unit text references unit,
  by text not null,
  primary key (plan, goal, at)
);
alter table goal_owner enable row level security, force row level security;
create policy goal_owner_scope on goal_owner using (sees_plan(plan));

-- Answers, observations, evidence and accepted findings, as a line of the follow-up file each.
create table follow_up_entry (
  id text primary key,
  plan text not null references plan,
  list text not null check (list in ('answers', 'observations', 'evidence', 'accepted')),
  entry jsonb not null,
  by text not null,
  at timestamptz not null
);
create index on follow_up_entry (plan, list);
alter table follow_up_entry enable row level security, force row level security;
create policy follow_up_entry_scope on follow_up_entry using (sees_plan(plan));

-- A fetch of a published series, whole; published, so everyone's.
create table series_vintage (
  series text not null,
  vintage text not null,
  fetched date,
  sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  content text not null,
  primary key (series, vintage)
);

-- The list of the register's snapshots; their manifests are the truth.
create table snapshot (
  id text primary key,
  municipalities text[] not null check (municipalities <> '{}'),
  manifest jsonb not null,
  listed timestamptz not null,
  withdrawn timestamptz,
  reason text,
  check ((withdrawn is null) = (reason is null))
);
alter table snapshot enable row level security, force row level security;
create policy snapshot_scope on snapshot using (sees_any(municipalities, null));

-- Limits and thresholds a municipality sets, from a day on.
create table parameter (
  municipality text not null check (municipality ~ '^\d{3}$'),
  name text not null,
  from_day date not null,
  at timestamptz not null,
  value jsonb not null,
  by text not null,
  primary key (municipality, name, from_day, at)
);
alter table parameter enable row level security, force row level security;
create policy parameter_scope on parameter using (sees(municipality, null));
