import { choiceOf, type Search, wordOf } from "../frame/address.ts";

/** The sections of the page, each with what one must have the right to for seeing its place. */
export const sections = [
  { name: "users", act: "read-users" },
  { name: "units", act: "read-users" },
  { name: "parameters", act: "read-parameters" },
  { name: "audit", act: "read-audit" },
] as const;
export type Section = (typeof sections)[number]["name"];

export const outcomes = ["done", "denied"] as const;

/** How the page is looked at; all of it stands in the address. */
export type AdministrationView = {
  readonly section?: Section;
  readonly q?: string;
  /** The id of the user that is open, or `+` for a new one. */
  readonly user?: string;
  /** The same of a unit. */
  readonly unit?: string;
  readonly municipality?: string;
  readonly actor?: string;
  readonly act?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: (typeof outcomes)[number];
  readonly before?: number;
};

/** What stands in the address in the place of an id for something new. */
export const NEW = "+";

/** Puts another state of the page in the address. */
export type Change = (changed: AdministrationView) => void;

export function readAdministrationView(search: Search): AdministrationView {
  const before = Number(wordOf(search.before) ?? search.before);
  const view: AdministrationView = {
    section: choiceOf(
      search.section,
      sections.map(({ name }) => name),
    ),
    q: wordOf(search.q),
    user: wordOf(search.user),
    unit: wordOf(search.unit),
    municipality: wordOf(search.municipality),
    actor: wordOf(search.actor),
    act: wordOf(search.act),
    person: wordOf(search.person),
    from: dayIn(search.from),
    to: dayIn(search.to),
    outcome: choiceOf(search.outcome, outcomes),
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

function dayIn(value: unknown): string | undefined {
  const word = wordOf(value);
  return word !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(word) ? word : undefined;
}
