import { z } from "zod";
import { plan } from "./plan.ts";

/**
 * The plan format as JSON Schema, for editors. Scalars may be written bare: what YAML reads as a number or a yes is
 * the same text to us.
 */
export function planJsonSchema(): object {
  const schema = z.toJSONSchema(plan, {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "string" || jsonSchema.enum !== undefined) return;
      jsonSchema.anyOf = [{ ...jsonSchema }, { type: "number" }];
      delete jsonSchema.type;
      delete jsonSchema.pattern;
      delete jsonSchema.minLength;
      delete jsonSchema.format;
    },
  });
  return { ...schema, title: "Pejlemærke: plan" };
}
