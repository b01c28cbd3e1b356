import { type Panel, periodsOf } from "../series/panel.ts";
import { type Drawing, pathsFrom } from "../series/paths.ts";
import type { Trials } from "../series/trials.ts";
import type { Given } from "./calibration.ts";
import { chanceOf } from "./chance.ts";
import type { MadeTarget } from "./made-targets.ts";

/** A chance that would have been given for a target, from which origin, and what came. */
export type GivenThen = Given & { readonly target: string; readonly origin: number };

/**
 * The chance each made target would have been given in every area from each origin of a stretch, as far as its periods
 * have come, and whether it was then met.
 */
export function backtestChances(
  panel: Panel,
  all: readonly Trials[],
  targets: readonly MadeTarget[],
  from: number,
  drawing: Drawing,
): GivenThen[] {
  const horizon = all[0]?.horizon ?? 0;
  const origins = Array.from({ length: Math.max(0, periodsOf(panel) - horizon - from + 1) }, (_, i) => from + i);
  return origins.flatMap((origin) => {
    const ways = pathsFrom(panel, all, origin, drawing);
    return all.flatMap(({ history: { values } }, area) => {
      const drawn = ways(area);
      const known = values.subarray(0, origin);
      const came = values.subarray(origin, origin + horizon);
      return targets.map(({ id, met }) => ({
        ...{ target: id, origin, met: met({ known, coming: came, season: panel.season }) },
        chance: chanceOf(drawn.map((coming) => met({ known, coming, season: panel.season }))),
      }));
    });
  });
}
