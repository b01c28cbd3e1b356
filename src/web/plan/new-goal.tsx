import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Text, verbatim } from "#core/text/text.ts";
import { Button } from "../parts/button.tsx";
import { useSay } from "../text/language.tsx";
import type { Document, Known } from "./answers.ts";
import { askGoal } from "./ask.ts";
import { codesOf } from "./codes.ts";
import { type MeasuredBy, valuesOf } from "./measured-by.ts";
import { RefusedLine } from "./refused.tsx";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** Begins a goal: its title and track; the rest is written in its form. */
export function NewGoal({
  plan,
  document,
  work,
  measured,
  onAdded,
}: {
  readonly plan: string;
  readonly document: Document;
  readonly work: Work;
  /** What it is to be measured by, where that is known already. */
  readonly measured?: MeasuredBy | undefined;
  readonly onAdded: (goal: string) => void;
}) {
  const words = usePlanWords();
  const say = useSay();
  const { known } = work.base;
  const offered = measured && nameOf(measured, known);
  const [da, setDa] = useState(offered?.da ?? "");
  const [en, setEn] = useState(offered?.en ?? "");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [track, setTrack] = useState(document.tracks[0]?.id ?? "");
  const id = idOf(
    da,
    document.goals.map((goal) => goal.id),
  );
  const adding = useMutation({
    mutationFn: () => {
      const title = { "title.da": da, "title.en": en.trim() === "" ? da : en };
      const values = { ...title, track, force: "promise", level: "own", good: "none" };
      const measures = measured && valuesOf({ ...measured, where: { ...measured.where, ...chosen } });
      const source = { "source.section": "–", "source.lines": "1" };
      return askGoal(plan, id, work.yaml, "added", { ...values, ...source, ...measures });
    },
    onSuccess: ({ yaml, reading }) => {
      work.write(yaml, reading);
      onAdded(id);
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <label className="field">
        <span className="field-name">{words.form.fields["title.da"]}</span>
        <input type="text" required value={da} onChange={({ target }) => setDa(target.value)} />
      </label>
      <label className="field">
        <span className="field-name">{words.form.fields["title.en"]}</span>
        <input type="text" value={en} onChange={({ target }) => setEn(target.value)} />
      </label>
      <label className="field">
        <span className="field-name">{words.form.fields.track}</span>
        <select value={track} onChange={({ target }) => setTrack(target.value)}>
          {document.tracks.map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.title)}
            </option>
          ))}
        </select>
      </label>
      {measured !== undefined && (
        <>
          <p className="quiet small">{words.form.measuredBy(say(nameOf(measured, known)))}</p>
          {measured.by.map((dimension) => (
            <GroupChoice
              key={dimension}
              dimension={known.dimensions.find(({ id }) => id === dimension)}
              onChoose={(code) => setChosen((old) => ({ ...old, [dimension]: code }))}
            />
          ))}
        </>
      )}
      <div className="row-of-buttons">
        <Button weight="main" type="submit" busy={adding.isPending} disabled={da.trim() === "" || work.isChecking}>
          {words.outline.newGoal}
        </Button>
      </div>
      <RefusedLine error={adding.error} />
    </form>
  );
}

/** One group of a breakdown, or all. */
function GroupChoice({
  dimension,
  onChoose,
}: {
  readonly dimension: Known["dimensions"][number] | undefined;
  readonly onChoose: (code: string) => void;
}) {
  const words = usePlanWords().form;
  const say = useSay();
  if (dimension === undefined) return null;
  const { label, codes } = dimension;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is one of the two inside
    <label className="field">
      <span className="field-name">{say(label)}</span>
      {codes.length === 0 ? (
        <input type="text" onChange={({ target }) => onChoose(target.value.trim())} />
      ) : (
        <select onChange={({ target }) => onChoose(target.value)}>
          <option value="">{words.everyGroup}</option>
          {codes.map((code) => (
            <option key={code.id} value={code.id}>
              {say(code.label)}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

/** The indicator's name with the codes it is narrowed to: what a goal can be called until somebody says better. */
function nameOf({ indicator, where }: MeasuredBy, known: Known): Text {
  const title = known.indicators.find(({ id }) => id === indicator)?.title ?? verbatim(indicator);
  const codes = codesOf(where, known);
  const named = (language: keyof Text) => [title, ...codes].map((text) => text[language]).join(", ");
  return { da: named("da"), en: named("en") };
}

/**
 * An id made of a title, that no other goal has.
 *
 * @example idOf("Færre på kontanthjælp", []) // "faerre-paa-kontanthjaelp"
 */
export function idOf(title: string, taken: readonly string[]): string {
  const plain = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  const slug = plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "maal";
  const free = [slug, ...taken.map((_, at) => `${slug}-${at + 2}`)].find((one) => !taken.includes(one));
  return free ?? slug;
}
