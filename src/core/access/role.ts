import type { Text } from "../text/text.ts";

/** The roles a person can be given, with what each is called. The order is that of the decision table's columns. */
export const roles = {
  reader: { da: "Læser", en: "Reader" },
  caseworker: { da: "Sagsbehandler", en: "Caseworker" },
  "company-consultant": { da: "Virksomhedskonsulent", en: "Company consultant" },
  "team-leader": { da: "Teamleder", en: "Team leader" },
  analyst: { da: "Analytiker", en: "Analyst" },
  head: { da: "Chef", en: "Head" },
  finance: { da: "Økonomi", en: "Finance" },
  administrator: { da: "Administrator", en: "Administrator" },
  auditor: { da: "Revisor", en: "Auditor" },
} as const satisfies Readonly<Record<string, Text>>;

export type Role = keyof typeof roles;

/** Whether a word is a role. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}
