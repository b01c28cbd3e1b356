import { useSyncExternalStore } from "react";
import type { Language } from "#core/text/text.ts";

/** What a person chooses once for this browser. */
export type Preferences = {
  readonly language: Language;
  readonly theme: "system" | "light" | "dark";
  readonly rows: "airy" | "dense";
};
export type Preference = keyof Preferences;
export type ThemeChoice = Preferences["theme"];

/** What can be chosen; the first is the default. */
const choices: { readonly [P in Preference]: readonly [Preferences[P], ...Preferences[P][]] } = {
  language: ["da", "en"],
  theme: ["system", "light", "dark"],
  rows: ["airy", "dense"],
};

const listeners = new Set<() => void>();

/** A preference and how to change it; every place that shows it follows. */
export function usePreference<P extends Preference>(preference: P): [Preferences[P], (value: Preferences[P]) => void] {
  const value = useSyncExternalStore(listen, () => remembered(preference));
  return [value, (chosen) => remember(preference, chosen)];
}

/** What is remembered under a preference, or its default. */
export function remembered<P extends Preference>(preference: P): Preferences[P] {
  const kept = readKept(preference);
  const [first, ...others] = choices[preference];
  return others.find((one) => one === kept) ?? first;
}

/** The columns a person has hidden in a table. */
export function rememberedColumns(table: string): readonly string[] {
  return readKept(`columns:${table}`)?.split(",").filter(Boolean) ?? [];
}

/** Keeps which columns a person hides in a table. */
export function rememberColumns(table: string, hidden: readonly string[]): void {
  keep(`columns:${table}`, hidden.join(","));
}

/** The plan that was read last. */
export function rememberedPlan(): string | undefined {
  return readKept("plan") ?? undefined;
}

/** Keeps which plan is read, for the next visit. */
export function rememberPlan(plan: string): void {
  keep("plan", plan);
}

function remember<P extends Preference>(preference: P, value: Preferences[P]) {
  keep(preference, value);
  for (const heard of listeners) heard();
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

// A browser may forbid a page to remember; then the defaults hold.
function readKept(key: string): string | null {
  try {
    return localStorage.getItem(`pejlemaerke:${key}`);
  } catch {
    return null;
  }
}

function keep(key: string, value: string) {
  try {
    localStorage.setItem(`pejlemaerke:${key}`, value);
  } catch {
    // Nothing to do: the choice holds until the page is left.
  }
}
