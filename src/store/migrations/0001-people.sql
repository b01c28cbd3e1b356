-- The rows a person may see are named in the setting pejl.scope of the transaction, as core/access/decide.ts writes it:
-- 851:* is every row of municipality 851, 851:north those of the unit, 851: those of no unit, * all. Without the setting
-- nothing is seen. The tables are forced to obey, since the program is their owner.

create function sees(municipality text, unit text) returns boolean language sql stable
  return string_to_array(current_setting('pejl.scope', true), ',')
    && array['*', municipality || ':*', municipality || ':' || coalesce(unit, '')];

create function sees_any(municipalities text[], unit text) returns boolean language sql stable
  return exists (select from unnest(municipalities) as m where sees(m, unit));

create function sees_all() returns boolean language sql stable
  return current_setting('pejl.scope', true) = '*';

create table unit (
  id text primary key,
  municipality text not null check (municipality ~ '^\d{3}$'),
  name text not null check (name <> ''),
  part_of text references unit,
  closed date
);
alter table unit enable row level security, force row level security;
create policy unit_scope on unit using (sees(municipality, null));

create table account (
  id text primary key,
  municipality text check (municipality ~ '^\d{3}$'),
  name text not null check (name <> ''),
  email text,
  language text not null default 'da' check (language in ('da', 'en')),
  active boolean not null default true,
  created timestamptz not null
);
alter table account enable row level security, force row level security;
create policy account_scope on account using (sees(municipality, null));

-- What is an account's is seen by whoever sees the account.
create function sees_account(wanted text) returns boolean language sql stable
  return exists (select from account where id = wanted);

-- Who an account is to a provider of sign-ins.
create table account_login (
  issuer text not null,
  subject text not null,
  account text not null references account on delete cascade,
  primary key (issuer, subject)
);
alter table account_login enable row level security, force row level security;
create policy account_login_scope on account_login using (sees_account(account));

create table account_role (
  id text primary key,
  account text not null references account on delete cascade,
  role text not null,
  municipality text not null check (municipality ~ '^(\d{3}|all)$'),
  unit text references unit,
  from_day date,
  to_day date,
  check (from_day <= to_day)
);
create index on account_role (account);
alter table account_role enable row level security, force row level security;
create policy account_role_scope on account_role using (sees_account(account));

-- Only a hash of the token is kept: who reads the table cannot sign in with it.
create table session (
  token_hash bytea primary key,
  account text not null references account on delete cascade,
  begun timestamptz not null,
  seen timestamptz not null,
  expires timestamptz not null,
  ended timestamptz
);
create index on session (account);

-- The only place where a CPR number may be: sealed with a key that is not in the database.
create table person_number (
  person text not null,
  municipality text not null check (municipality ~ '^\d{3}$'),
  unit text,
  worker text,
  sealed bytea not null,
  lookup bytea not null,
  primary key (municipality, person),
  unique (municipality, lookup)
);
alter table person_number enable row level security, force row level security;
create policy person_number_scope on person_number using (sees(municipality, unit));
