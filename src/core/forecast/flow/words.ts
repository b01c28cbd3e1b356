import type { Text } from "../../text/text.ts";
import { methodWords } from "../series/method.ts";
import type { FlowMethod } from "./trust.ts";

/** How a benefit is forecast. */
export const flowMethodWords: Readonly<Record<FlowMethod, Text>> = {
  flow: { da: "folk, der strømmer", en: "people as they flow" },
  "seasonal-naive": methodWords["seasonal-naive"],
  drift: methodWords.drift,
  "seasonal-smoothing": methodWords["seasonal-smoothing"],
};
