import type { Place, World } from "../world.ts";

/** How many cases each unit of a municipality has. */
export function casesByUnit({ model }: World, place: Place): Map<string, number> {
  const cases = new Map<string, number>();
  for (const { at, spec } of model.states.support) {
    if (spec?.unit === undefined) continue;
    const unit = `${spec.unit}-${place.code}`;
    cases.set(unit, (cases.get(unit) ?? 0) + place.lists[at].length);
  }
  return cases;
}
