import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import type { Series } from "../indicators/series.ts";
import { withholdOverTime } from "../indicators/withhold-over-time.ts";
import type { FollowUp } from "../plans/format/follow-up-file.ts";

/** What is counted one by one, so that few of it may be told apart. */
const counted: readonly Unit[] = ["persons", "full-time-persons", "companies"];

/**
 * What a municipality added to its plan, as the public may read it: small figures are left out, and the municipality
 * stands for the employee who wrote. Assessments and evidence are meant to be read, and stay.
 */
export function publicFollowUp(followUp: FollowUp, organisation: string, limit: number): FollowUp {
  const unnamed = <T extends { readonly by: string }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, by: organisation }));
  return {
    ...followUp,
    answers: unnamed(followUp.answers),
    observations: unnamed(followUp.observations).filter(({ value }) => !isSmallFigure(value, limit)),
    evidence: unnamed(followUp.evidence),
    accepted: unnamed(followUp.accepted),
    assessments: unnamed(followUp.assessments),
  };
}

/** A series of a register as the public may see it: small counts withheld, and what they could be worked out from. */
export function publicSeries(series: Series, limit: number): Series {
  const shown = (value: Figure | Missing): Figure | Missing =>
    !isMissing(value) && isSmallFigure(value, limit)
      ? { missing: "withheld", unit: value.unit, period: value.period }
      : value;
  return withholdOverTime({
    ...series,
    observations: series.observations.map((one) => ({ ...one, value: shown(one.value) })),
  });
}

/** Whether a count is too small to show. Few full-time persons may be many people; they are withheld all the same. */
function isSmallFigure({ value, unit }: Pick<Figure, "value" | "unit">, limit: number): boolean {
  return counted.includes(unit) && value > 0 && value < limit;
}
