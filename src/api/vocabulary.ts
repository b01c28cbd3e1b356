import { z } from "zod";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { endpoint } from "./endpoint.ts";
import { text } from "./scalars.ts";

const codeLabel = z.object({ id: z.string(), label: text });

/** The words that figures are told apart by: places, and the codes of each dimension. */
export const vocabularySchema = z.object({
  /** Every area; a municipality with the areas it lies in. */
  areas: z.array(z.object({ id: z.string(), kind: z.string(), label: text, within: z.array(z.string()) })),
  dimensions: z.array(
    z.object({
      id: z.string(),
      label: text,
      /** The codes a figure can be narrowed to; none where they are written freely, as ages are. */
      codes: z.array(codeLabel),
      form: z.enum(["age", "free"]).optional(),
    }),
  ),
});

export const readVocabulary = endpoint({
  method: "GET",
  path: "/api/vocabulary",
  summary: { da: "Områder og kodelister med navne", en: "Areas and code lists with their names" },
  answer: vocabularySchema,
});

/** The vocabulary as data. */
export function vocabularyJson({ areas, dimensions, lists }: Vocabulary) {
  return {
    areas: [...areas.byId.values()].map(({ id, kind, label, within }) => ({ id, kind, label, within: [...within] })),
    dimensions: [...dimensions.values()].map(({ id, label, list, form }) => {
      const terms = list === undefined ? [] : [...(lists.get(list)?.terms.values() ?? [])];
      return { id, label, codes: terms.map((one) => ({ id: one.id, label: one.label })), ...(form && { form }) };
    }),
  };
}
