import type { ColumnType, Generated } from "kysely";

/** A day as ISO text, `2026-11-22`; a moment as ISO text in UTC, `2026-11-22T08:30:00.000Z`. */
type DayText = string;
type Moment = string;
/** Read as the value, written as its JSON text. */
type Json = ColumnType<unknown, string, string>;

type Unit = { id: string; municipality: string; name: string; part_of: string | null; closed: DayText | null };
type Account = {
  id: string;
  municipality: string | null;
  name: string;
  email: string | null;
  language: Generated<"da" | "en">;
  active: Generated<boolean>;
  created: Moment;
};
type AccountLogin = { issuer: string; subject: string; account: string };
type AccountRole = {
  id: string;
  account: string;
  role: string;
  municipality: string;
  unit: string | null;
  from_day: DayText | null;
  to_day: DayText | null;
};
type Session = {
  token_hash: Buffer;
  account: string;
  begun: Moment;
  seen: Moment;
  expires: Moment;
  ended: Moment | null;
  program: string | null;
};
type PersonNumber = {
  person: string;
  municipality: string;
  unit: string | null;
  worker: string | null;
  sealed: Buffer;
  lookup: Buffer;
};
type Plan = { id: string; municipalities: string[]; title: Json; created: Moment };
type PlanVersion = {
  plan: string;
  number: number;
  yaml: string;
  sha256: string;
  note: Generated<string>;
  by: string;
  at: Moment;
};
type PlanDraft = { plan: string; based_on: number | null; yaml: string; revision: number; by: string; at: Moment };
type GoalComment = {
  id: string;
  version: number;
  plan: string;
  goal: string;
  kind: "comment" | "assessment";
  says: string;
  by: string;
  at: Moment;
};
type GoalOwner = { plan: string; goal: string; at: Moment; owner: string | null; unit: string | null; by: string };
type FollowUpEntry = {
  id: string;
  plan: string;
  list: "answers" | "observations" | "evidence" | "accepted";
  entry: Json;
  by: string;
  at: Moment;
};
type SeriesVintage = { series: string; vintage: string; fetched: DayText | null; sha256: string; content: string };
type Snapshot = {
  id: string;
  municipalities: string[];
  manifest: Json;
  listed: Moment;
  withdrawn: Moment | null;
  reason: string | null;
};
type Parameter = {
  municipality: string;
  name: string;
  from_day: DayText;
  at: Moment;
  value: Json;
  by: string;
};
type Scenario = { municipality: string; id: string; title: Json; yaml: string; by: string; at: Moment };
type Job = {
  id: string;
  kind: string;
  input: Json;
  municipality: string | null;
  asked_by: string;
  asked: Moment;
  state: Generated<"waiting" | "running" | "done" | "failed" | "cancelled">;
  attempts: Generated<number>;
  worker: string | null;
  begun: Moment | null;
  heard: Moment | null;
  ended: Moment | null;
  progress: Generated<number>;
  step: ColumnType<unknown, string | null, string | null>;
  cancel: Generated<boolean>;
  result: ColumnType<unknown, string | null, string | null>;
  faults: ColumnType<unknown, string | null, string | null>;
};
type AuditEntry = {
  number: number;
  at: Moment;
  actor: string;
  role: string | null;
  act: string;
  outcome: "done" | "denied";
  reason: string | null;
  municipalities: string[];
  unit: string | null;
  subject: string;
  persons: string[];
  query: string | null;
  count: number | null;
  seal: string;
};
type AuditHead = { one: Generated<true>; number: number; seal: string; head_seal: string };

/** The tables of the database and their columns; the contract suite holds the list against the database's own. */
export type Tables = {
  unit: Unit;
  account: Account;
  account_login: AccountLogin;
  account_role: AccountRole;
  session: Session;
  person_number: PersonNumber;
  plan: Plan;
  plan_version: PlanVersion;
  plan_draft: PlanDraft;
  goal_comment: GoalComment;
  goal_owner: GoalOwner;
  follow_up_entry: FollowUpEntry;
  series_vintage: SeriesVintage;
  snapshot: Snapshot;
  parameter: Parameter;
  scenario: Scenario;
  job: Job;
  audit_entry: AuditEntry;
  audit_head: AuditHead;
};

/** The tables a backup holds, each after those it refers to. */
export const tableNames = [
  ...["unit", "account", "account_login", "account_role", "session", "person_number"],
  ...["plan", "plan_version", "plan_draft", "goal_comment", "goal_owner", "follow_up_entry"],
  ...["series_vintage", "snapshot", "parameter", "scenario", "job", "audit_entry", "audit_head"],
] as const satisfies readonly (keyof Tables)[];
