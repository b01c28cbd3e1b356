import { z } from "zod";
import { type Areas, areaFile, joinAreas } from "./area.ts";
import { checkAreas, checkDimensions, checkLists } from "./checks.ts";
import { type CodeList, codeListFile, joinLists } from "./code-list.ts";
import { type Dimension, dimensionFile } from "./dimension.ts";

/** The words of the field: places, codes, and what a figure can be broken down by. */
export type Vocabulary = {
  readonly areas: Areas;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
};

/** The folder of vocabulary files, each under its name; all but the three named ones hold code lists. */
export const vocabulary = z
  .object({ municipalities: areaFile, areas: areaFile, dimensions: dimensionFile })
  .catchall(codeListFile)
  .superRefine(({ municipalities, areas, dimensions, ...lists }, context) => {
    checkAreas({ municipalities, areas }, context);
    checkLists(lists, context);
    checkDimensions(dimensions, lists, context);
  })
  .transform(
    ({ municipalities, areas, dimensions, ...lists }): Vocabulary => ({
      areas: joinAreas([municipalities, areas]),
      lists: joinLists(Object.values(lists)),
      dimensions: new Map(dimensions.dimensions.map((one) => [one.id, one])),
    }),
  );

/** What the groups of the benefit list mean to the program: they decide a person's status on a day. */
export const benefitGroups = ["support", "subsidised-work", "retirement"] as const;
export type BenefitGroup = (typeof benefitGroups)[number];

/** The group of a benefit code; undefined when the code is no benefit. */
export function findBenefitGroup({ lists }: Vocabulary, code: string): BenefitGroup | undefined {
  const group = lists.get("benefit")?.terms.get(code)?.group;
  return benefitGroups.find((one) => one === group);
}

/** The lists whose codes may stand in a column of the register, `benefits.benefit`. */
export function listsOfColumn({ lists }: Vocabulary, column: string): CodeList[] {
  return [...lists.values()].filter((list) => list.columns.includes(column));
}
