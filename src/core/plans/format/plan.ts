import { z } from "zod";
import { fault } from "../../faults/issues.ts";
import { flag, id, period, text, where } from "../../format/scalars.ts";
import { check } from "./check.ts";
import { goal } from "./goal.ts";
import { printed, source } from "./print.ts";
import { status, table } from "./table.ts";

const listed = { id, title: text, source: source.optional() };

/** A figure printed in running text. `change` says that it is a rise or a fall. */
const statement = z.strictObject({
  id,
  says: text,
  value: printed,
  change: z.enum(["rise", "fall"]).optional(),
  indicator: z.string().optional(),
  where: where.optional(),
  area: z.string().optional(),
  period: period.optional(),
  status: status.default("actual"),
  rounded: flag.default(false),
  source,
});

/** A printed forecast of a series that is no goal; a row of a table, or figures of its own. */
const expectation = z.strictObject({
  id,
  title: text,
  by: z.string(),
  made: period.optional(),
  indicator: z.string().optional(),
  where: where.optional(),
  area: z.string().optional(),
  /** `tables.<table>.<row>`: every column of it marked forecast or expected. */
  row: z.string().optional(),
  values: z.array(z.strictObject({ period, value: printed })).optional(),
  source,
});

/** A plan as its file holds it. */
export const plan = z
  .strictObject({
    format: z.literal("pejlemaerke-plan/1"),
    id,
    title: text,
    version: z.string(),
    status: z.enum(["draft", "adopted", "template"]),
    municipalities: z.array(z.string().regex(/^\d{3}$/, "tre cifre / three digits")).min(1),
    organisation: z.string(),
    period,
    document: z
      .strictObject({
        title: z.string(),
        file: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        reading: z.enum(["text", "optical"]).default("text"),
      })
      .optional(),
    continues: z.string().optional(),
    tracks: z.array(z.strictObject(listed)).min(1),
    targetGroups: z.array(z.strictObject({ ...listed, code: z.string().optional() })).default([]),
    goals: z.array(goal),
    efforts: z
      .array(
        z.strictObject({ ...listed, track: id.optional(), targetGroup: id.optional(), goals: z.array(id).optional() }),
      )
      .default([]),
    principles: z.array(z.strictObject({ ...listed, track: id.optional() })).default([]),
    expectations: z.array(expectation).default([]),
    tables: z.array(table).default([]),
    statements: z.array(statement).default([]),
    checks: z.array(check).default([]),
  })
  .superRefine((written, context) => {
    const { tracks, targetGroups, goals, efforts, principles, expectations, tables, statements, checks } = written;
    const lists = { tracks, targetGroups, goals, efforts, principles, expectations, tables, statements, checks };
    for (const [name, list] of Object.entries(lists)) noTwoAlike(list, [name], context);
    goals.forEach((one, index) => {
      noTwoAlike(one.parts, ["goals", index, "parts"], context);
      noTwoAlike(one.questions, ["goals", index, "questions"], context);
    });
    tables.forEach((one, index) => {
      noTwoAlike(one.rows, ["tables", index, "rows"], context);
      noTwoAlike(one.columns, ["tables", index, "columns"], context);
    });
  });

export type Plan = z.output<typeof plan>;
export type Statement = Plan["statements"][number];
export type Expectation = Plan["expectations"][number];

function noTwoAlike(list: readonly { readonly id: string }[], path: PropertyKey[], context: z.core.$RefinementCtx) {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    if (seen.has(item.id)) context.addIssue(fault("duplicate-id", { id: item.id }, [...path, index, "id"]));
    seen.add(item.id);
  });
}
