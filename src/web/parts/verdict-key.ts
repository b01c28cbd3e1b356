import type { Verdict } from "../answers.ts";

/** By which name a verdict is filtered and coloured: all that cannot be settled go under one. */
export function verdictKey({ family, value }: Pick<Verdict, "family" | "value">): string {
  return family === "cannot-be-settled" ? family : value;
}
