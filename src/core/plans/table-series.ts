import type { Observation, Series } from "../indicators/series.ts";
import type { Plan } from "./format/plan.ts";
import type { Table } from "./format/table.ts";

/**
 * The plan's own tables as series: every row (or column) that names an indicator, with what its columns (or rows) say of
 * period, area and status. The same figures are never written twice.
 */
export function tableSeries(plan: Plan): Series[] {
  return plan.tables.flatMap((table) => seriesOf(plan, table));
}

function seriesOf(plan: Plan, table: Table): Series[] {
  const found = new Map<string, Series & { observations: Observation[] }>();
  for (const row of table.rows)
    for (const [at, column] of table.columns.entries()) {
      const cell = row.cells[at];
      const indicator = row.indicator ?? column.indicator;
      const period = row.period ?? column.period;
      if (cell === undefined || indicator === undefined || period === undefined || cell.upper !== undefined) continue;
      const where = { ...column.where, ...row.where };
      const area = row.area ?? column.area ?? table.area ?? plan.municipalities.join("+");
      const id = `${plan.id}.${table.id}.${row.indicator === undefined ? column.id : row.id}`;
      const key = `${id} ${JSON.stringify(where)}`;
      const series = found.get(key) ?? emptySeries(id, plan, table, { indicator, where, unit: cell.unit });
      found.set(key, series);
      const origin = { source: plan.organisation, table: table.id };
      series.observations.push({
        area,
        period,
        status: row.status ?? column.status ?? "actual",
        value: { value: cell.value, unit: cell.unit, printed: cell.printed, period, origin },
      });
    }
  return [...found.values()];
}

function emptySeries(
  id: string,
  plan: Plan,
  table: Table,
  what: Pick<Series, "indicator" | "where" | "unit">,
): Series & { observations: Observation[] } {
  return {
    ...what,
    id,
    title: table.title,
    owner: table.owner ?? plan.organisation,
    table: table.id,
    frequency: "year" as const,
    seasonal: "none" as const,
    fetched: undefined,
    vintage: plan.id,
    licence: "",
    finalAfterMonths: 0,
    breaks: [],
    proxyFor: [],
    observations: [],
  };
}
