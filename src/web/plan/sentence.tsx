import { Fragment, useContext } from "react";
import { Button } from "../parts/button.tsx";
import { CloseIcon } from "../parts/icons.ts";
import { useSay } from "../text/language.tsx";
import { BlankField, Field, Offered } from "./blanks.tsx";
import { codesOf } from "./codes.ts";
import type { Values } from "./kept.ts";
import { type Blank, isKind, kindNames, kinds, withKind } from "./kinds.ts";
import { usePlanWords } from "./words.ts";

export type FormProps = {
  readonly values: Values;
  /** Where the part stands in its goal: nothing, or `parts.1.`. */
  readonly prefix: string;
  readonly onWrite: (values: Values) => void;
};

/** The target of a part as a sentence with blanks, and what kind it is. */
export function TargetSentence({ values, prefix, onWrite }: FormProps) {
  const words = usePlanWords();
  const written = values[`${prefix}target.kind`];
  const kind = isKind(written) ? written : undefined;
  const name = words.form.fields["target.kind"];
  return (
    <fieldset className="target">
      <legend className="visually-hidden">{words.form.sentence}</legend>
      <label className="target-kind">
        <span className="small-title">{words.form.kind}</span>
        <select
          aria-label={name}
          data-path={`${prefix}target.kind`}
          value={kind ?? ""}
          onChange={({ target }) => onWrite(withKind(values, prefix, isKind(target.value) ? target.value : undefined))}
        >
          <option value="">{words.kinds.none.name}</option>
          {kindNames.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one].name}
            </option>
          ))}
        </select>
      </label>
      {kind !== undefined && (
        <>
          <Sentence sentence={words.kinds[kind].sentence} blanks={kinds[kind]} {...{ values, prefix, onWrite }} />
          {kind === "cohort" && <Points {...{ values, prefix, onWrite }} />}
          {(kind === "coverage" || kind === "milestone") && (
            <Sentence sentence={words.english[kind]} blanks={kinds[kind]} {...{ values, prefix, onWrite }} />
          )}
        </>
      )}
    </fieldset>
  );
}

/** Words and blanks in turn. */
function Sentence({
  sentence,
  blanks,
  values,
  prefix,
  onWrite,
}: FormProps & { readonly sentence: string; readonly blanks: Readonly<Record<string, Blank>> }) {
  return (
    <p className="sentence">
      {piecesOf(sentence).map(({ key, words, name }) => {
        const blank = name === undefined ? undefined : blanks[name];
        if (blank === undefined) return <span key={key}>{words}</span>;
        const path = `${prefix}${blank.path}`;
        return (
          <Fragment key={key}>
            <BlankField
              blank={blank}
              path={path}
              value={values[path] ?? ""}
              onWrite={(value) => onWrite({ ...values, [path]: value })}
            />
            {blank.path === "indicator" && <Narrowed values={values} prefix={prefix} />}
          </Fragment>
        );
      })}
    </p>
  );
}

/** The codes that narrow what is measured, in brackets after it. */
function Narrowed({ values, prefix }: Pick<FormProps, "values" | "prefix">) {
  const say = useSay();
  const { known } = useContext(Offered);
  const head = `${prefix}where.`;
  const where = Object.entries(values).flatMap(([path, codes]) =>
    path.startsWith(head) && codes !== "" ? [[path.slice(head.length), codes] as const] : [],
  );
  if (where.length === 0) return null;
  return <span> ({codesOf(Object.fromEntries(where), known).map(say).join(", ")})</span>;
}

/** A sentence cut where its blanks are. */
function piecesOf(sentence: string): { key: string; words?: string; name?: string }[] {
  return sentence
    .split(/(\{[\w.]+\})/)
    .filter((piece) => piece !== "")
    .map((piece, at) => {
      const name = /^\{(.+)\}$/.exec(piece)?.[1];
      return name === undefined ? { key: `${at}`, words: piece } : { key: name, name };
    });
}

const point = {
  share: { path: "share", takes: "figure", named: "point.share" },
  after: { path: "after", takes: "figure", named: "point.after" },
} as const satisfies Readonly<Record<string, Blank>>;

/** The points of a cohort: so great a share so long after. */
function Points({ values, prefix, onWrite }: FormProps) {
  const words = usePlanWords();
  const count = countOf(values, `${prefix}target.points.`);
  const at = (index: number) => `${prefix}target.points.${index}.`;
  return (
    <ul className="points">
      {Array.from({ length: count }, (_, index) => at(index)).map((head, index) => (
        <li key={head}>
          <Sentence sentence={words.point} blanks={point} values={values} prefix={head} onWrite={onWrite} />
          {count > 1 && (
            <Button
              weight="quiet"
              icon={<CloseIcon aria-hidden />}
              aria-label={words.form.dropPoint(index + 1)}
              onClick={() => onWrite(withoutPoint(values, `${prefix}target.points.`, index, count))}
            />
          )}
        </li>
      ))}
      <li>
        <Button
          weight="quiet"
          onClick={() => onWrite({ ...values, [`${at(count)}after`]: "1 år", [`${at(count)}share`]: "50 %" })}
        >
          {words.form.addPoint}
        </Button>
      </li>
    </ul>
  );
}

/** How many items are written under a list. */
function countOf(values: Values, head: string): number {
  const numbers = Object.entries(values).flatMap(([path, written]) =>
    path.startsWith(head) && written !== "" ? [Number(path.slice(head.length).split(".")[0])] : [],
  );
  return numbers.length === 0 ? 0 : Math.max(...numbers) + 1;
}

/** The values with a point taken out, those after it moved up. */
function withoutPoint(values: Values, head: string, index: number, count: number): Values {
  const next: Record<string, string> = { ...values };
  const under = (at: number) => Object.keys(values).filter((path) => path.startsWith(`${head}${at}.`));
  for (let at = index; at < count; at++) {
    for (const path of under(at)) next[path] = "";
    for (const path of under(at + 1)) {
      const name = path.slice(`${head}${at + 1}.`.length);
      next[`${head}${at}.${name}`] = values[path];
    }
  }
  return next;
}

/** A field of the form under its name. */
export function NamedField({ blank, values, prefix, onWrite }: FormProps & { readonly blank: Blank }) {
  const path = `${prefix}${blank.path}`;
  return (
    <Field
      blank={blank}
      path={path}
      value={values[path] ?? ""}
      onWrite={(value) => onWrite({ ...values, [path]: value })}
    />
  );
}
