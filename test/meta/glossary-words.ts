import { openData, ownFolders } from "#actions/open-data.ts";
import { missingWords } from "#core/figures/figure.ts";
import { hedges } from "#core/figures/printed.ts";
import { unitWords } from "#core/figures/unit.ts";
import { cannotBeSettled, verdictWords } from "#core/plans/evaluation/verdict.ts";
import { planJsonSchema } from "#core/plans/format/json-schema.ts";
import { areaKinds } from "#core/vocabulary/area.ts";

/** A word the program uses, and what it is called in Danish where the program or its data say so. */
export type Word = { readonly code: string; readonly da?: string };

const { vocabulary, indicators } = openData(ownFolders());

/** The words GLOSSARY.md must explain, by the heading they stand under; each heading has these and no others. */
export function wordsByHeading(): ReadonlyMap<string, readonly Word[]> {
  const labelled = (code: string, { da }: { readonly da: string }): Word => ({ code, da });
  const lists = [...vocabulary.lists.values()].map(({ id, label, terms }): [string, Word[]] => [
    `${label.da} · ${id}`,
    [...terms.values()].map((term) => labelled(term.id, term.label)),
  ]);
  return new Map([
    ["Domme · verdicts", verdicts()],
    ["Hvorfor et tal mangler · missing reasons", entries(missingWords).map(([code, text]) => labelled(code, text))],
    ["Enheder · units", entries(unitWords).map(([code, { name }]) => labelled(code, name))],
    ["Forbehold ved tal · hedges", hedges.map(({ hedge, words }) => ({ code: hedge, da: words.split(" | ")[0] }))],
    ["Planens og målets nøgler · keys of a plan and its goals", keysOfPlan().map((code) => ({ code }))],
    ["Valg i en planfil · choices in a plan file", choicesOfPlan().map((code) => ({ code }))],
    ["Indikatorer · indicators", [...indicators.values()].map(({ id, name }) => labelled(id, name))],
    ["Opdelinger · dimensions", [...vocabulary.dimensions.values()].map(({ id, label }) => labelled(id, label))],
    ["Områder · kinds of area", areaKinds.map((code) => ({ code }))],
    ...lists,
  ]);
}

function verdicts(): Word[] {
  const settledOrUnderWay = entries(verdictWords).map(([code, { word }]) => ({ code, da: word.da }));
  return [...settledOrUnderWay, { code: "cannot-be-settled", da: cannotBeSettled.word.da }];
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [string, V][] {
  return Object.entries(record);
}

type Schema = Readonly<Record<string, unknown>>;

function keysOfPlan(): string[] {
  const goals = propertiesOf(propertiesOf(planJsonSchema()).goals);
  return [...new Set([...Object.keys(propertiesOf(planJsonSchema())), ...Object.keys(goals)])].filter(
    (key) => key !== "id",
  );
}

/** The properties of an object's schema, or of a list's members. */
function propertiesOf(schema: unknown): Schema {
  if (!isSchema(schema)) return {};
  return isSchema(schema.properties) ? schema.properties : propertiesOf(schema.items);
}

/** Every `key: value` that a plan file can choose; units, reasons and yes or no aside, which are words of their own. */
function choicesOfPlan(): string[] {
  const aside = ["format", "unit", "reason", "rounded", "exhaustive"];
  return [...new Set(choicesIn(planJsonSchema(), ""))].filter((choice) => !aside.includes(choice.split(":")[0])).sort();
}

function choicesIn(schema: unknown, key: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => choicesIn(one, key));
  if (!isSchema(schema)) return [];
  const values = [schema.const, schema.enum].flat().filter((value) => typeof value === "string");
  const inner = Object.entries(schema).flatMap(([name, one]) =>
    name === "properties"
      ? Object.entries(one ?? {}).flatMap(([property, of]) => choicesIn(of, property))
      : choicesIn(one, key),
  );
  return [...values.map((value) => `${key}: ${value}`), ...inner];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null;
}
