import { monthOf, numberOf } from "../../../calendar/month.ts";
import { type CalendarKind, periodAround } from "../../../calendar/period.ts";
import { isSeenOn } from "../lives/ledger.ts";
import type { Place, World } from "../world.ts";

/** Writes the population of each month, and of each quarter and year that begins with it. */
export function countPopulation(world: World, place: Place): void {
  const { now, model, write, span } = world;
  if (!isSeenOn(world, now.first)) return;
  const { ages, labourForce } = model.parameters.people.population;
  const isFirst = now.month === monthOf(span.from);
  const kinds: CalendarKind[] = ["month"];
  if (isFirst || numberOf(now.month) % 3 === 1) kinds.push("quarter");
  if (isFirst || numberOf(now.month) === 1) kinds.push("year");
  for (const kind of kinds)
    for (const [[age_from, age_to], { part, employment }] of ages)
      for (const sex of ["mand", "kvinde"]) {
        const population = Math.round((place.people * part) / 2);
        const employed = Math.round(population * Math.min(0.95, (place.employment / 100) * employment));
        const labour_force = Math.min(population, Math.round(employed * labourForce));
        const period = periodAround(now.first, kind).id;
        write("populations", {
          municipality: place.code,
          period,
          age_from,
          age_to,
          sex,
          population,
          employed,
          labour_force,
        });
      }
}
