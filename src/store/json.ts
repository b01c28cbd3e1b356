import { z } from "zod";
import type { Text } from "#core/text/text.ts";

const text = z.object({ da: z.string(), en: z.string() });

/** The words of a JSON column. */
export function readText(json: unknown): Text {
  return text.parse(json);
}
