import { readLaw } from "#connectors/data-files/law.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import type { MissingReason } from "#core/figures/figure.ts";
import { type ExpectedEnd, type ExpectedEnds, expectedEnds } from "#core/forecast/expected-end/expected-end.ts";
import { aboutGroups, sayBasis, sayWeeks } from "#core/forecast/expected-end/words.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { faultsOfWhere } from "#core/vocabulary/dimension.ts";
import type { Data } from "./open-data.ts";

/** Of which benefits' groups, and whether by visitation too. There is no asking of a person. */
export type ExpectedEndQuestion = {
  readonly benefits?: readonly string[];
  readonly byVisitation?: boolean;
  /** Fewer people than this are not shown. */
  readonly limit: number;
};

/** Expected ends with their words: when, read from whom, and what they may be used for. */
export type ToldEnds =
  | (Omit<ExpectedEnds, "groups"> & {
      readonly groups: readonly (ExpectedEnd & { readonly says?: Text; readonly basis?: Text })[];
      readonly about: Text;
    })
  | { readonly missing: MissingReason };

/** Where people are after a spell is told as the published indicator tells it. */
const LIKE = "status-efter-forloeb";

/** When spells of each group of a register are expected to end, and what comes then. @throws BrokenInput unknown-code */
export function expectedEndsIn(data: Data, read: AsOf, question: ExpectedEndQuestion): ToldEnds {
  const { benefits } = question;
  const faults = benefits === undefined ? [] : faultsOfWhere({ benefit: benefits.join("+") }, data.vocabulary);
  if (faults.length > 0) throw new BrokenInput(faults);
  const { parameters } = getIndicator(data.indicators, LIKE);
  const parameter = (id: string) => String(parameters.find((one) => one.id === id)?.value ?? "");
  const after = { hours: Number(parameter("hours")), precedence: parameter("precedence").split(" ") };
  const ends = expectedEnds(read, readLaw(data.folders.data, data.vocabulary), { ...question, ...after });
  if ("missing" in ends) return ends;
  const groups = ends.groups.map((one) =>
    "course" in one ? { ...one, says: sayWeeks(one.course), basis: sayBasis(one.course, ends) } : one,
  );
  return { ...ends, groups, about: aboutGroups };
}
