import { readLaw } from "#connectors/data-files/law.ts";
import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { computeTogether } from "#core/indicators/compute.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { registerNeeds, registerSeries } from "#core/plans/register-series.ts";
import type { Register } from "#core/register/columns.ts";
import { municipalitiesOf } from "#core/register/municipalities.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import { narrowTo } from "#core/register/reading/narrow.ts";
import type { Data } from "./open-data.ts";

/**
 * Every figure a plan's goals need, computed from a register as of a day, as series; unless in `full`, small cells are withheld.
 *
 * @throws BrokenInput register-of-others when the register is not of the plan's municipalities: everything would be 0
 */
export function seriesFromRegister(
  data: Data,
  plan: Plan,
  register: Register,
  asOf: Day,
  { full = true }: { readonly full?: boolean } = {},
): Series[] {
  const has = municipalitiesOf(register);
  const lacks = plan.municipalities.filter((code) => !has.includes(code));
  if (lacks.length > 0)
    throw broken("register-of-others", { register: register.name, has: has.join(", "), lacks: lacks.join(", ") });
  const law = readLaw(data.folders.data, data.vocabulary);
  const needs = registerNeeds(plan, data.indicators, asOf);
  const areas = new Set(needs.flatMap((need) => need.areas));
  const read = readAsOf(narrowTo(register, [...areas]), asOf);
  const asked = needs.flatMap((need) => {
    const { indicator, parameters, from, to, units } = need;
    const where = { ...need.where, municipality: need.areas.join("+") };
    return units.map((unit) => ({ need, indicator, question: { from, to, unit, where, parameters, full } }));
  });
  const results = computeTogether(read, law, asked);
  return needs.map((need) => {
    const own = results.filter((_, i) => asked[i].need === need);
    return registerSeries(need, own, register.name);
  });
}
