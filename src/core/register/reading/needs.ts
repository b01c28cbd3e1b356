import type { Period } from "../../calendar/period.ts";
import type { MissingReason } from "../../figures/figure.ts";
import type { Register } from "../columns.ts";
import type { Need } from "../measures/measure.ts";
import type { TableName } from "../schema.ts";
import type { AsOf } from "./as-of.ts";
import { isOwn } from "./dimensions.ts";
import { isOfCompanies, isOfPersons } from "./reading.ts";
import type { Filter } from "./selection.ts";
import type { Status } from "./status.ts";

/**
 * Why the figure of a period cannot be computed: the register has none of a table, was drawn too early for it, or does
 * not cover the days it needs. Undefined when it can.
 */
export function whyMissing(
  { register, asOf }: AsOf,
  needs: readonly Need[],
  period: Period,
): MissingReason | undefined {
  const there = needs.filter(({ table, optional }) => !optional || register.tables[table] !== undefined);
  if (there.some(({ table }) => register.tables[table] === undefined)) return "no-data";
  if (period.to > asOf + 1 || there.some(({ to }) => to(period, asOf) > asOf + 1)) return "not-yet-published";
  const isCovered = ({ table, from, to }: Need) => {
    const covers = register.covers[table];
    return covers === undefined || (covers.from <= from(period) && to(period, asOf) <= covers.to);
  };
  return there.every(isCovered) ? undefined : "outside-coverage";
}

/** The table behind each dimension of persons that is not a column of what is counted. */
const behindPersons: Readonly<Record<string, TableName>> = {
  sex: "persons",
  origin: "persons",
  education: "persons",
  age: "persons",
  visitation: "visitation",
  unit: "assignments",
  benefit: "benefits",
  municipality: "residence",
};

/** What a breakdown of a table by some dimensions needs of other tables. */
export function needsOfDimensions(register: Register, table: TableName, dimensions: Iterable<string>): Need[] {
  const days = { from: ({ from }: Period) => from, to: ({ to }: Period) => to };
  return [...dimensions].flatMap((dimension): Need[] => {
    // A benefit without a municipality is the residence's.
    if (table === "benefits" && dimension === "municipality")
      return isPlaced(register) ? [] : [{ table: "residence", ...days, optional: true }];
    const other = tableBehind(table, dimension);
    if (other === undefined) return [];
    // A person is what he is: the table of persons has no days to cover.
    if (other === "persons") return [{ table: other, from: () => Number.POSITIVE_INFINITY, to: () => 0 }];
    return [{ table: other, ...days }];
  });
}

/** What the filters of a selection need of other tables, over the days that its own table is needed. */
export function needsOfFilters(table: TableName, filters: readonly Filter[], needs: readonly Need[]): Need[] {
  const others = new Set(filters.flatMap((filter) => Object.keys(filter).map((name) => tableBehind(table, name))));
  const own = needs.filter((need) => need.table === table);
  return [...others].flatMap((other) =>
    other === undefined || other === "persons" ? [] : own.map((need) => ({ ...need, table: other, optional: true })),
  );
}

/** The table, another one, that tells the rows of a table apart by a dimension. */
function tableBehind(table: TableName, dimension: string): TableName | undefined {
  const other = isOfPersons(table) ? behindPersons[dimension] : isOfCompanies(table) ? "companies" : undefined;
  return other === table || isOwn(table, dimension) ? undefined : other;
}

const placed = new WeakMap<object, boolean>();

/** Whether every benefit says which municipality pays it. */
function isPlaced({ tables: { benefits } }: Register): boolean {
  if (benefits === undefined) return true;
  const found = placed.get(benefits) ?? !benefits.columns.municipality.includes(0);
  placed.set(benefits, found);
  return found;
}

/**
 * The tables that decide whether a person has one of the statuses, until some day after the period. Nobody works, or is
 * in education, in a register without the table; where nobody could have any of the statuses, there are no data.
 */
export function statusNeeds(status: ReadonlySet<Status>, to: Need["to"]): Need[] {
  const need = (table: TableName, optional: boolean): Need => ({ table, from: (period) => period.from, to, optional });
  const isOnly = (one: Status) => status.size === 1 && status.has(one);
  return [
    need("benefits", false),
    need("residence", true),
    need("employment", !isOnly("arbejde")),
    need("education", !isOnly("uddannelse")),
  ];
}
