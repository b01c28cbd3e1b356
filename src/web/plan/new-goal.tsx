import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { useSay } from "../text/language.tsx";
import type { Document } from "./answers.ts";
import { askGoal } from "./ask.ts";
import { RefusedLine } from "./refused.tsx";
import type { Work } from "./use-work.ts";
import { usePlanWords } from "./words.ts";

/** Begins a goal: its title and track; the rest is written in its form. */
export function NewGoal({
  plan,
  document,
  work,
  onAdded,
}: {
  readonly plan: string;
  readonly document: Document;
  readonly work: Work;
  readonly onAdded: (goal: string) => void;
}) {
  const words = usePlanWords();
  const say = useSay();
  const [da, setDa] = useState("");
  const [en, setEn] = useState("");
  const [track, setTrack] = useState(document.tracks[0]?.id ?? "");
  const id = idOf(
    da,
    document.goals.map((goal) => goal.id),
  );
  const adding = useMutation({
    mutationFn: () => {
      const title = { "title.da": da, "title.en": en.trim() === "" ? da : en };
      const values = { ...title, track, force: "promise", level: "own", good: "none" };
      return askGoal(plan, id, work.yaml, "added", { ...values, "source.section": "–", "source.lines": "1" });
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
      <div className="row-of-buttons">
        <Button weight="main" type="submit" busy={adding.isPending} disabled={da.trim() === "" || work.isChecking}>
          {words.outline.newGoal}
        </Button>
      </div>
      <RefusedLine error={adding.error} />
    </form>
  );
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
