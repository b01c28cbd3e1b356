import type { Role } from "./role.ts";

/**
 * How far a role's right to an act goes: nowhere, the person's own cases and doings, the unit of the grant, its
 * municipality, or the whole installation.
 */
export type Reach = "nowhere" | "own" | "unit" | "municipality" | "installation";

const _ = "nowhere";
const O = "own";
const U = "unit";
const M = "municipality";
const I = "installation";

/**
 * The one decision table: which role may do what, and how far. Everything the program does for a person is an act of
 * this table; what is not in it cannot be started. The table in words is `roles.cases.yaml`.
 */
// biome-ignore format: a table is read in columns
export const table = {
  //                        reader
  //                        |  caseworker
  //                        |  |  company consultant
  //                        |  |  |  team leader
  //                        |  |  |  |  analyst
  //                        |  |  |  |  |  head
  //                        |  |  |  |  |  |  finance
  //                        |  |  |  |  |  |  |  administrator
  //                        |  |  |  |  |  |  |  |  auditor
  "read-plan":          row(M, M, M, M, M, M, M, M, M),
  "draft-plan":         row(_, _, _, _, M, M, _, _, _),
  "adopt-plan":         row(_, _, _, _, _, M, _, _, _),
  "follow-up-plan":     row(_, _, _, _, M, M, M, _, _),
  "assess-goal":        row(_, _, _, U, M, M, _, _, _),
  "comment-goal":       row(_, U, U, U, M, M, M, _, _),
  "own-goal":           row(_, _, _, U, M, M, _, _, _),
  "read-figures":       row(M, M, M, M, M, M, M, M, M),
  "explore-register":   row(_, _, _, U, M, M, M, _, _),
  "export-figures":     row(M, M, M, M, M, M, M, _, M),
  "publish-report":     row(_, _, _, _, M, M, _, _, _),
  "read-effect":        row(_, U, U, U, M, M, M, _, _),
  "run-forecast":       row(_, _, _, U, M, M, M, _, _),
  "keep-scenario":      row(_, _, _, U, M, M, M, _, _),
  "read-expected-end":  row(_, _, _, U, M, M, _, _, _),
  "read-budget":        row(_, _, _, U, M, M, M, _, M),
  "write-budget":       row(_, _, _, _, _, M, M, _, _),
  "import-series":      row(_, _, _, _, M, _, M, M, _),
  "import-register":    row(_, _, _, _, M, _, _, M, _),
  "withdraw-register":  row(_, _, _, _, _, M, _, M, _),
  "forget-person":      row(_, _, _, _, _, M, _, M, _),
  "list-persons":       row(_, U, _, U, M, M, _, _, _),
  "read-person":        row(_, U, _, U, _, M, _, _, _),
  "write-person":       row(_, U, _, U, _, _, _, _, _),
  "read-cpr":           row(_, O, _, U, _, _, _, _, _),
  "export-persons":     row(_, _, _, _, M, _, _, _, _),
  "read-company":       row(M, M, M, M, M, M, M, _, _),
  "write-company":      row(_, U, M, M, _, _, _, _, _),
  "read-users":         row(_, _, _, U, _, M, _, M, M),
  "write-users":        row(_, _, _, _, _, _, _, M, _),
  "write-units":        row(_, _, _, _, _, _, _, M, _),
  "read-parameters":    row(M, M, M, M, M, M, M, M, M),
  "write-parameters":   row(_, _, _, _, _, _, _, M, _),
  "end-sessions":       row(O, O, O, O, O, O, O, M, O),
  "start-job":          row(_, _, _, U, M, M, M, M, _),
  "read-job":           row(O, O, O, O, M, M, O, M, O),
  "cancel-job":         row(O, O, O, O, M, M, O, M, O),
  "read-audit":         row(O, O, O, O, O, M, O, M, M),
  "export-audit":       row(_, _, _, _, _, _, _, _, M),
  "extract-audit":      row(_, _, _, _, _, M, _, M, M),
  "verify-audit":       row(_, _, _, _, _, _, _, I, I),
  "backup-database":    row(_, _, _, _, _, _, _, I, _),
  "restore-database":   row(_, _, _, _, _, _, _, I, _),
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Reach>>>>;

/** Something a person can do with the program. */
export type Act = keyof typeof table;

/** Whether a word is an act of the table. */
export function isAct(word: string): word is Act {
  return Object.hasOwn(table, word);
}

function row(
  reader: Reach,
  caseworker: Reach,
  consultant: Reach,
  leader: Reach,
  analyst: Reach,
  head: Reach,
  finance: Reach,
  administrator: Reach,
  auditor: Reach,
): Readonly<Record<Role, Reach>> {
  return {
    ...{ reader, caseworker, "company-consultant": consultant, "team-leader": leader },
    ...{ analyst, head, finance, administrator, auditor },
  };
}
