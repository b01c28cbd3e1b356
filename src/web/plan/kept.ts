/** Values by their path in a goal; empty where one is taken away. */
export type Values = Readonly<Record<string, string>>;

/** What was written in the forms of a goal: in the one that is open, and in those before it. */
export type GoalValues = { readonly form: string; readonly changed: Values; readonly earlier: Values };

/** What somebody has written and not saved. */
export type Kept = {
  readonly yaml: string;
  /** What was written in forms, goal by goal, so that it can be written on another's text too. */
  readonly values: Readonly<Record<string, GoalValues>>;
  /** Whether the text was also changed otherwise than in forms. */
  readonly byHand: boolean;
};

/** Under which name the unsaved text of a plan is kept: it belongs to the text it was begun from. */
export function keptName(plan: string, begunFrom: string): string {
  return `pejlemaerke:plan:${plan}:${begunFrom}`;
}

/** What was left unsaved, in this tab of the browser. */
export function findKept(name: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is unsaved; without anything, forgets it. */
export function keep(name: string, kept: Kept | undefined): void {
  try {
    if (kept === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A browser may forbid it; then the text holds until the page is left, and leaving it is warned of.
  }
}

/** What was written in a form, with what was written of the goal before the form was opened. */
export function withValues(kept: Kept, goal: string, form: string, changed: Values): Kept {
  const before = kept.values[goal];
  const earlier = before === undefined ? {} : before.form === form ? before.earlier : allOf(before);
  return { ...kept, values: { ...kept.values, [goal]: { form, changed, earlier } } };
}

/** Everything that was written of a goal. */
export function allOf({ earlier, changed }: GoalValues): Values {
  return { ...earlier, ...changed };
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "yaml" in value && "values" in value;
}
