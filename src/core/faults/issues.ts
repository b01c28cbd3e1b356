import type { z } from "zod";
import { nearest } from "../text/nearest.ts";
import { type Text, verbatim } from "../text/text.ts";
import type { Fault, Place } from "./fault.ts";
import { type FaultCode, faultTable } from "./table.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Looks up values and places of the file that was checked. */
export type Checked = {
  /** The value at a path, as text; undefined when nothing stands there. */
  readonly valueAt: (path: Path) => string | undefined;
  /** The keys beside each other at a path. */
  readonly placeOf: (path: Path) => Place;
};

/** Turns what the schema found into faults with a place, each with its nearest known word. */
export function faultsOf(issues: readonly Issue[], checked: Checked): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, checked));
}

/**
 * Lets a schema say which fault it found: `ctx.addIssue(fault("unknown-reference", { id }))`.
 */
export function fault(code: FaultCode, parameters: Fault["parameters"] = {}, path: PropertyKey[] = []) {
  return { code: "custom" as const, params: { fault: code, parameters }, path, message: code };
}

function faultsOfIssue(issue: Issue, checked: Checked): Fault[] {
  const place = checked.placeOf(issue.path);
  const value = checked.valueAt(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        code: "unknown-key",
        place: checked.placeOf([...issue.path, key]),
        parameters: {
          key,
          hint: { da: "Fjern den, eller ret stavningen.", en: "Remove it, or correct its spelling." },
        },
      }));
    case "invalid_type":
      if (value === undefined) return [missing(issue.path, checked)];
      return [{ code: "wrong-type", place, parameters: { value, expected: typeName(issue.expected) } }];
    case "invalid_value":
      if (value === undefined) return [missing(issue.path, checked)];
      return [unknownChoice(value, issue.values.map(String), place)];
    case "invalid_union": {
      if (value === undefined) return [missing(issue.path, checked)];
      const inner = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
      if (inner === undefined)
        return [{ code: "invalid-value", place, parameters: { value, why: inBoth(issue.message) } }];
      return faultsOf(
        inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
        checked,
      );
    }
    case "custom": {
      const code = String(issue.params?.fault ?? "");
      if (isFaultCode(code)) return [{ code, place, parameters: { value: value ?? "", ...issue.params?.parameters } }];
      return [{ code: "invalid-value", place, parameters: { value: value ?? "", why: inBoth(issue.message) } }];
    }
    default:
      return [{ code: "invalid-value", place, parameters: { value: value ?? "", why: inBoth(issue.message) } }];
  }
}

/** What a schema says: ours in both languages, `et helt tal / a whole number`; zod's own in one. */
function inBoth(message: string): Text {
  const [da, en, ...more] = message.split(" / ");
  return en === undefined || more.length > 0 ? verbatim(message) : { da, en };
}

function missing(path: Path, checked: Checked): Fault {
  return {
    code: "missing-key",
    place: checked.placeOf(path.slice(0, -1)),
    parameters: { key: String(path.at(-1) ?? "") },
  };
}

function unknownChoice(value: string, choices: string[], place: Place): Fault {
  const near = nearest(value, choices);
  const listed = (near === undefined ? choices : [near, ...choices.filter((choice) => choice !== near)]).join(", ");
  return { code: "unknown-choice", place, parameters: { value, choices: listed } };
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(faultTable, code);
}

/** How far into the value a union's branch came: the branch that came furthest is the one that was meant. */
function depth(issues: readonly Issue[]): number {
  return (
    Math.max(0, ...issues.map((issue) => issue.path.length)) -
    (issues.some((issue) => issue.path.length === 0) ? 100 : 0)
  );
}

const typeNames: Readonly<Record<string, Text>> = {
  string: { da: "en tekst", en: "a text" },
  array: { da: "en liste", en: "a list" },
  object: { da: "en gruppe af nøgler", en: "a group of keys" },
  record: { da: "en gruppe af nøgler", en: "a group of keys" },
};

function typeName(expected: string): Text {
  return typeNames[expected] ?? verbatim(expected);
}
