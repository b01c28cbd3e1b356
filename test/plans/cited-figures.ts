import type { Plan } from "#core/plans/format/plan.ts";
import type { Source } from "#core/plans/format/print.ts";

/** A figure of a plan as printed, the keys that lead to it, and the lines it is said to be printed in. */
export type CitedFigure = {
  readonly path: readonly (string | number)[];
  readonly printed: string;
  readonly source: Source;
};

/**
 * Every printed figure of a plan, with the nearest source around it; a key added to the format is found as it stands. A
 * baseline that the plan's reader computed is printed nowhere.
 */
export function citedFigures(plan: Plan): CitedFigure[] {
  return figuresUnder(plan, [], undefined);
}

function figuresUnder(value: unknown, path: CitedFigure["path"], around: Source | undefined): CitedFigure[] {
  if (typeof value !== "object" || value === null) return [];
  if (isPrinted(value)) return around === undefined ? [] : [{ path, printed: value.printed, source: around }];
  if ("origin" in value && value.origin === "computed") return [];
  const source = sourceIn(value) ?? around;
  return Object.entries(value).flatMap(([key, inner]) =>
    figuresUnder(inner, [...path, Array.isArray(value) ? Number(key) : key], source),
  );
}

function sourceIn(value: object): Source | undefined {
  return "source" in value && isSource(value.source) ? value.source : undefined;
}

function isSource(value: unknown): value is Source {
  return typeof value === "object" && value !== null && "section" in value && "lines" in value;
}

function isPrinted(value: object): value is { readonly printed: string } {
  return "printed" in value && typeof value.printed === "string" && "step" in value;
}
