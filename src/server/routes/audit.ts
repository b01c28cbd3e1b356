import * as actions from "#actions/audit.ts";
import * as api from "#api/audit.ts";
import type { Answered } from "#api/endpoint.ts";
import type { Verdict } from "#core/audit/chain.ts";
import { sentenceOf } from "#core/audit/sentence.ts";
import { addDays, formatDay, parseDay } from "#core/calendar/day.ts";
import { fill, type Text } from "#core/text/text.ts";
import { csvLine, fileRoute } from "../file.ts";
import { startOfDay } from "../house.ts";
import { type Route, route } from "../route.ts";

const columns = [
  ...(["number", "at", "actor", "role", "act", "outcome", "reason", "municipalities", "unit"] as const),
  ...(["subject", "persons", "query", "count", "seal"] as const),
];

/** What has been done, and by whom. */
export const auditRoutes: readonly Route[] = [
  route(
    api.readAudit,
    actions.readNamedAudit,
    ({ query: { from, to, ...asked } }) => ({
      ...asked,
      ...(from !== undefined && { from: startOfDay(from) }),
      ...(to !== undefined && { to: startOfDay(formatDay(addDays(parseDay(to), 1))) }),
    }),
    (entries, { query }) => ({
      entries: entries.map(entryJson),
      ...(entries.length === query.limit && { next: entries.at(-1)?.number }),
    }),
  ),
  fileRoute(
    api.exportAudit,
    actions.exportAudit,
    { name: "pejlemaerke-log.csv", type: "text/csv; charset=utf-8", head: csvLine(columns) },
    (_, write) => ({ take: (entry) => write(csvLine(columns.map((column) => cellOf(entry[column])))) }),
  ),
  route(
    api.extractAudit,
    actions.extractAudit,
    ({ query }) => query,
    (lines) => ({
      lines: lines.map(({ at, act, role, ...line }) => ({
        ...{ at, act, role },
        says: sentenceOf({ at, act, role, ...line, actor: "", municipalities: [] }, ""),
      })),
    }),
  ),
  route(
    api.verifyAudit,
    actions.verifyAudit,
    ({ query: { number, seal } }) => (number === undefined || seal === undefined ? {} : { noted: { number, seal } }),
    verdictJson,
  ),
];

function entryJson({ who, ...entry }: actions.NamedEntry): Answered<typeof api.readAudit>["entries"][number] {
  const { number, at, actor, role, act, outcome, subject, persons, query, count, reason } = entry;
  const told = { subject, persons: [...(persons ?? [])], query, count, reason };
  return { ...{ number, at, actor, who, role, act, outcome }, says: sentenceOf(entry, who), ...told };
}

function verdictJson(verdict: Verdict): Answered<typeof api.verifyAudit> {
  if (verdict.whole) {
    const { entries: number, seal } = verdict;
    return { whole: true, number, seal, says: fill(whole, { number }) };
  }
  const { number, why } = verdict;
  return { whole: false, number, says: fill(brokenWords[why], { number }) };
}

const whole: Text = { da: "Loggen er hel: {number} linjer.", en: "The log is whole: {number} entries." };
const brokenWords: Readonly<Record<Extract<Verdict, { whole: false }>["why"], Text>> = {
  missing: { da: "Linje {number} mangler.", en: "Entry {number} is missing." },
  altered: { da: "Linje {number} er ændret eller flyttet.", en: "Entry {number} was altered or moved." },
  "cut-off": { da: "Loggen er skåret af før linje {number}.", en: "The log was cut off before entry {number}." },
  "head-altered": { da: "Loggens slutning er ændret.", en: "The end of the log was altered." },
};

function cellOf(value: string | number | readonly string[] | undefined): string {
  return typeof value === "object" ? value.join(" ") : String(value ?? "");
}
