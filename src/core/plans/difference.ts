import { findPeriod, sayPeriod } from "../calendar/period.ts";
import type { Figure } from "../figures/figure.ts";
import type { Printed } from "../figures/printed.ts";
import { type Text, verbatim } from "../text/text.ts";
import type { Goal } from "./format/goal.ts";
import type { Plan } from "./format/plan.ts";
import type { Table } from "./format/table.ts";
import { type PlanList, planLists } from "./places.ts";
import { targetText } from "./targets/say.ts";
import type { Target } from "./targets/schema.ts";

/** A value that became another, in words and figures as the plan has them; undefined on the side that lacks it. */
export type ValueChange = {
  readonly what: Text;
  readonly before: Text | undefined;
  readonly after: Text | undefined;
  /** After minus before, where both are figures of one unit. */
  readonly moved?: Figure;
};

/** Something of a plan that came, went or changed. */
export type Difference = {
  readonly kind: "added" | "removed" | "changed";
  /** The list it stands in, or `plan` for the plan's own head. */
  readonly list: PlanList | "plan";
  readonly id?: string;
  readonly title: Text;
  /** The values that changed; none of what came or went whole. */
  readonly values: readonly ValueChange[];
};

/** The readable difference from one text of a plan to another: its head first, then its lists in the order of the file. */
export function differenceOf(before: Plan, after: Plan): Difference[] {
  const head = valuesBetween(headOf(before), headOf(after));
  const items = planLists.flatMap((list) => {
    const [old, now] = [itemsOf(before, list), itemsOf(after, list)];
    const gone = [...old].filter(([id]) => !now.has(id)).map(([id, { title }]) => whole("removed", list, id, title));
    const rest = [...now].flatMap(([id, { title, fields }]) => {
      const former = old.get(id);
      if (former === undefined) return [whole("added", list, id, title)];
      const values = valuesBetween(former.fields, fields);
      return values.length === 0 ? [] : [{ kind: "changed" as const, list, id, title, values }];
    });
    return [...rest, ...gone];
  });
  const own =
    head.length === 0 ? [] : [{ kind: "changed" as const, list: "plan" as const, title: after.title, values: head }];
  return [...own, ...items];
}

function whole(kind: "added" | "removed", list: PlanList, id: string, title: Text): Difference {
  return { kind, list, id, title, values: [] };
}

type Told = {
  readonly what: Text;
  readonly says: Text;
  readonly figure?: Figure;
  /** What the figure is of, where that can change with it: a level's is not to be held against a change's. */
  readonly of?: string;
};
type Fields = ReadonlyMap<string, Told>;
type Item = { readonly title: Text; readonly fields: Fields };

function valuesBetween(old: Fields, now: Fields): ValueChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): ValueChange[] => {
    const [from, to] = [old.get(key), now.get(key)];
    if (from?.says.da === to?.says.da && from?.says.en === to?.says.en) return [];
    const change = { what: (to ?? from)?.what ?? verbatim(key), before: from?.says, after: to?.says };
    const by = from?.figure && to?.figure && from.of === to.of ? movedBetween(from.figure, to.figure) : undefined;
    return [{ ...change, ...(by && { moved: by }) }];
  });
}

function movedBetween(from: Figure, to: Figure): Figure | undefined {
  const unit = to.unit === "share" ? "share-points" : to.unit;
  return from.unit === to.unit ? { value: to.value - from.value, unit } : undefined;
}

function headOf({
  id,
  title,
  version,
  status,
  municipalities,
  organisation,
  period,
  document,
  continues,
}: Plan): Fields {
  return fieldsOf({ id, title, version, status, municipalities, organisation, period, document, continues });
}

function itemsOf(plan: Plan, list: PlanList): Map<string, Item> {
  return new Map(plan[list].map((one): [string, Item] => [one.id, { title: titleOf(one), fields: fieldsOfItem(one) }]));
}

function titleOf(item: Plan[PlanList][number]): Text {
  if ("title" in item) return item.title;
  if ("says" in item && typeof item.says === "object") return item.says;
  return verbatim(item.id);
}

function fieldsOfItem(item: Plan[PlanList][number]): Fields {
  if ("parts" in item) return goalFields(item);
  if ("rows" in item) return tableFields(item);
  const { id: _, ...rest } = item;
  return fieldsOf(rest);
}

/** The keys of a target that its sentence does not tell. */
const besideSentence: readonly string[] = ["as", "of", "grace", "from", "done"];

/** A goal's targets are told as sentences, and by what the sentence leaves out. */
function goalFields({ id: _, parts, ...rest }: Goal): Fields {
  const single = parts.length === 1;
  const ofParts = parts.flatMap(({ id, label, target, ...part }) => {
    const at = single ? "" : `${id}.`;
    const kept = Object.entries(target ?? {}).filter(([key]) => besideSentence.includes(key));
    const told = target === undefined ? {} : { target: targetText(target), ...Object.fromEntries(kept) };
    const fields = fieldsOf({ ...(single ? {} : { label }), ...told, ...part }, at, single ? undefined : label);
    const sentence = fields.get(`${at}target`);
    const figure = target && figureOf(target);
    const whole = sentence && figure && { ...sentence, figure, of: target.kind };
    return [...fields, ...(whole ? [[`${at}target`, whole] as const] : [])];
  });
  return new Map([...fieldsOf(rest), ...ofParts]);
}

/** The figure a target turns on, where it has one. */
function figureOf(target: Target): Printed | undefined {
  if ("value" in target) return target.value;
  if (target.kind === "change") return target.by;
  return target.kind === "coverage" && target.share !== "everyone" ? target.share : undefined;
}

/** A table's cells are told one by one, each by its row and column. */
function tableFields({ id: _, rows, columns, ...rest }: Table): Fields {
  const cells = rows.flatMap(({ id, label, cells: written }) =>
    columns.map((column, at): [string, Told] => {
      const figure = written[at];
      const says = verbatim(figure?.printed ?? "–");
      return [`cells.${id}.${column.id}`, { what: join([label, column.label]), says, ...(figure && { figure }) }];
    }),
  );
  const about = (lines: readonly { readonly id: string; readonly label: Text }[], word: Text) =>
    lines.flatMap(({ id, cells: _cells, ...line }: { id: string; cells?: unknown; label: Text }) => [
      ...fieldsOf(line, `${word.en}.${id}.`, join([word, line.label])),
    ]);
  return new Map([...fieldsOf(rest), ...about(columns, words.column), ...about(rows, words.row), ...cells]);
}

/** Every value below a value, by the path that leads to it. */
function fieldsOf(value: object, at = "", within?: Text): Fields {
  const found = Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, Told][] => {
    const word = words[key] ?? verbatim(key);
    const what = within === undefined ? word : join([within, word]);
    const told = tell(one);
    if (told !== undefined) return [[`${at}${key}`, { what, ...told }]];
    return typeof one === "object" && one !== null ? [...fieldsOf(one, `${at}${key}.`, what)] : [];
  });
  return new Map(found);
}

/** A value that is told as one: a text, a period, a printed figure, words in both languages. */
function tell(value: unknown): Pick<Told, "says" | "figure"> | undefined {
  if (typeof value === "string") return { says: verbatim(value) };
  if (typeof value === "number" || typeof value === "boolean") return { says: verbatim(String(value)) };
  if (typeof value !== "object" || value === null) return undefined;
  if (isPrinted(value)) return { says: verbatim(value.printed), figure: value };
  if ("da" in value && "en" in value && typeof value.da === "string" && typeof value.en === "string")
    return { says: { da: value.da, en: value.en } };
  if (Array.isArray(value) && value.every((one) => typeof one === "string"))
    return { says: verbatim(value.join(", ")) };
  const period = "kind" in value && "id" in value && typeof value.id === "string" ? tellPeriod(value.id) : undefined;
  return period && { says: period };
}

function isPrinted(value: object): value is Printed {
  return "printed" in value && "unit" in value && "step" in value && "value" in value;
}

function tellPeriod(id: string): Text | undefined {
  const period = findPeriod(id);
  return period && { da: sayPeriod(period, "da"), en: sayPeriod(period, "en") };
}

function join(texts: readonly Text[]): Text {
  return { da: texts.map(({ da }) => da).join(" · "), en: texts.map(({ en }) => en).join(" · ") };
}

/** The keys of a plan's file in words; one that is not among them is told by itself. */
const words: Readonly<Record<string, Text>> = {
  title: { da: "titel", en: "title" },
  label: { da: "betegnelse", en: "label" },
  version: { da: "udgave", en: "version" },
  status: { da: "status", en: "status" },
  municipalities: { da: "kommuner", en: "municipalities" },
  organisation: { da: "organisation", en: "organisation" },
  period: { da: "periode", en: "period" },
  document: { da: "dokument", en: "document" },
  continues: { da: "afløser", en: "continues" },
  track: { da: "spor", en: "track" },
  targetGroup: { da: "målgruppe", en: "target group" },
  force: { da: "forpligtelse", en: "force" },
  level: { da: "niveau", en: "level" },
  good: { da: "god retning", en: "good direction" },
  responsible: { da: "ansvarlig", en: "responsible" },
  rhythm: { da: "rytme", en: "rhythm" },
  dataSource: { da: "datakilde", en: "data source" },
  source: { da: "kilde", en: "source" },
  section: { da: "afsnit", en: "section" },
  lines: { da: "linjer", en: "lines" },
  indicator: { da: "indikator", en: "indicator" },
  where: { da: "afgrænsning", en: "filter" },
  parameters: { da: "parametre", en: "parameters" },
  noIndicator: { da: "hvorfor ingen indikator", en: "why no indicator" },
  area: { da: "område", en: "area" },
  target: { da: "mål", en: "target" },
  baseline: { da: "udgangspunkt", en: "baseline" },
  value: { da: "tal", en: "figure" },
  origin: { da: "oprindelse", en: "origin" },
  states: { da: "nævnt ændring", en: "stated change" },
  questions: { da: "spørgsmål", en: "questions" },
  asks: { da: "spørger", en: "asks" },
  efforts: { da: "indsatser", en: "efforts" },
  goals: { da: "mål", en: "goals" },
  says: { da: "ordlyd", en: "wording" },
  unit: { da: "enhed", en: "unit" },
  rounded: { da: "afrundet", en: "rounded" },
  note: { da: "note", en: "note" },
  as: { da: "målt som", en: "taken as" },
  grace: { da: "frist i dage", en: "days of grace" },
  done: { da: "gennemført når", en: "done when" },
  of: { da: "regner på", en: "computes from" },
  gives: { da: "giver", en: "gives" },
  row: { da: "række", en: "row" },
  column: { da: "kolonne", en: "column" },
};
