import { readLaw } from "#connectors/data-files/law.ts";
import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { computeRead } from "#core/indicators/compute.ts";
import type { Series } from "#core/indicators/series.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { registerNeeds, registerSeries } from "#core/plans/register-series.ts";
import type { Register } from "#core/register/columns.ts";
import { municipalitiesOf } from "#core/register/municipalities.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import type { Data } from "./open-data.ts";

/**
 * Every figure a plan's goals need, computed from a register as of a day, as series.
 *
 * @throws BrokenInput register-of-others when the register is not of the plan's municipalities: everything would be 0
 */
export function seriesFromRegister(data: Data, plan: Plan, register: Register, asOf: Day): Series[] {
  const has = municipalitiesOf(register);
  const lacks = plan.municipalities.filter((code) => !has.includes(code));
  if (lacks.length > 0)
    throw broken("register-of-others", { register: register.name, has: has.join(", "), lacks: lacks.join(", ") });
  const law = readLaw(data.folders.data, data.vocabulary);
  const read = readAsOf(register, asOf);
  return registerNeeds(plan, data.indicators, asOf).map((need) => {
    const { indicator, parameters, from, to } = need;
    const where = { ...need.where, municipality: need.areas.join("+") };
    const results = need.units.map((unit) =>
      computeRead(indicator, read, { law, from, to, unit, asOf, where, parameters, full: true }),
    );
    return registerSeries(need, results, register.name);
  });
}
