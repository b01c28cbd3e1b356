import type { Check } from "../format/check.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Plan } from "../format/plan.ts";
import type { Column, Role, Row, Table } from "../format/table.ts";

type Line = Row | Column;

/** The checks a plan's own structure implies: the roles of its tables, and the changes and wordings its goals state twice. */
export function impliedChecks(plan: Plan): Check[] {
  return [...plan.tables.flatMap(tableChecks), ...plan.goals.flatMap(goalChecks)];
}

function tableChecks(table: Table): Check[] {
  const { rows, columns } = table;
  const acrossRows = columns.flatMap(({ id: column }) =>
    lineChecks(rows, (row) => `tables.${table.id}.${row}.${column}`),
  );
  const acrossColumns = rows.flatMap(({ id: row }) =>
    lineChecks(columns, (column) => `tables.${table.id}.${row}.${column}`),
  );
  return [...acrossRows, ...acrossColumns].map((check) => ({ ...check, source: table.source }));
}

/** The checks of the roles of parallel lines, at one crossing line; `ref` names the cell of a line there. */
function lineChecks(lines: readonly Line[], ref: (line: string) => string): Check[] {
  const byRole = lines.flatMap(({ id, role }) => (role === undefined ? [] : roleCheck(id, role, lines, ref)));
  return [...byRole, ...partChecks(lines, ref), ...shareChecks(lines, ref)];
}

function roleCheck(id: string, role: Role, lines: readonly Line[], ref: (line: string) => string): Check[] {
  const gives = ref(id);
  switch (role.is) {
    case "total": {
      const of = role.of ?? lines.filter((line) => line.role === undefined).map((line) => line.id);
      return [{ id: `${gives}:sum`, kind: "sum", of: of.map(ref), gives }];
    }
    case "difference-of":
      return [{ id: `${gives}:difference`, kind: "difference", of: role.of.map(ref), gives }];
    case "percent-of":
      return [{ id: `${gives}:ratio`, kind: "ratio", of: role.of.map(ref), gives }];
    default:
      return [];
  }
}

/** Parts must add up to their whole, or at least not exceed it where they do not exhaust it. */
function partChecks(lines: readonly Line[], ref: (line: string) => string): Check[] {
  return lines.flatMap((whole): Check[] => {
    const parts = lines.filter(({ role }) => role?.is === "part-of" && role.of === whole.id);
    if (parts.length === 0) return [];
    const of = parts.map(({ id }) => ref(id));
    const exhaustive = parts.every(({ role }) => role?.is === "part-of" && role.exhaustive);
    return exhaustive
      ? [{ id: `${ref(whole.id)}:parts`, kind: "sum", of, gives: ref(whole.id) }]
      : [{ id: `${ref(whole.id)}:parts`, kind: "claim", says: "above", of: [ref(whole.id), { sum: of }] }];
  });
}

function shareChecks(lines: readonly Line[], ref: (line: string) => string): Check[] {
  const shares = lines.filter(({ role }) => role?.is === "share-of-total").map(({ id }) => ref(id));
  return shares.length === 0 ? [] : [{ id: `${shares[0]}:shares`, kind: "sum", of: shares, gives: "100 %" }];
}

function goalChecks(goal: Goal): Check[] {
  return [...goal.parts.flatMap((part) => statedChange(goal, part)), ...otherWordings(goal), ...unitShares(goal)].map(
    (check) => ({ source: goal.source, ...check }),
  );
}

function statedChange(goal: Goal, { id, states, baseline, target }: Part): Check[] {
  if (states === undefined || baseline?.value === undefined || target?.kind !== "level") return [];
  const path = `goals.${goal.id}.${id}`;
  const of = [`${path}.baseline`, `${path}.target`];
  if (states.direction === "unchanged") return [{ id: `${path}:unchanged`, kind: "same", of }];
  if (states.by === undefined)
    return [{ id: `${path}:claim`, kind: "claim", says: states.direction === "rise" ? "rises" : "falls", of }];
  return [{ id: `${path}:change`, kind: "change", of, gives: `${path}.change` }];
}

function otherWordings({ id, parts, alsoStated }: Goal): Check[] {
  return (alsoStated ?? []).map((wording, index) => ({
    id: `goals.${id}:also-stated-${index + 1}`,
    kind: "same",
    of: [`goals.${id}.${wording.part ?? parts[0].id}.${wording.of}`, `goals.${id}.also-stated-${index + 1}`],
    source: wording.source,
  }));
}

function unitShares({ id, shares, sharesGive }: Goal): Check[] {
  if (shares === undefined || shares.length === 0) return [];
  const of = shares.map(({ value }) => value.printed);
  const whole = sharesGive === "mean" ? { mean: of } : { sum: of };
  return [{ id: `goals.${id}:shares`, kind: "same", of: [whole, `goals.${id}.target`] }];
}
