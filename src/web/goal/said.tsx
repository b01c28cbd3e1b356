import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { addAssessment, addComment } from "#api/comments.ts";
import type { Goal } from "../answers.ts";
import { call } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";

type Kind = Goal["comments"][number]["kind"];

/** What people have said of the goal, and room to say something for those who may. */
export function Said({ plan, goal: { id, comments } }: { readonly plan: string; readonly goal: Goal }) {
  const words = useWords().goal;
  const language = useLanguage();
  const may = { assessment: useMay("assess-goal"), comment: useMay("comment-goal") };
  const kinds = (["assessment", "comment"] as const).filter((kind) => may[kind]);
  return (
    <section>
      <h2>{words.said}</h2>
      <p className="quiet small">{words.saidWhy}</p>
      {comments.length === 0 && <p className="quiet">{words.nothingSaid}</p>}
      {comments.map((one) => (
        <article key={one.id} className="saying">
          <p className="quiet small">
            {words[one.kind]} · {one.by} · {wordsOfDay(one.at, language)}
            {one.version > 1 && ` · ${words.version(one.version)}`}
          </p>
          <p className="saying-words">{one.says}</p>
        </article>
      ))}
      {kinds.length > 0 && <Writing plan={plan} goal={id} kinds={kinds} />}
    </section>
  );
}

function Writing({
  plan,
  goal,
  kinds,
}: {
  readonly plan: string;
  readonly goal: string;
  readonly kinds: readonly Kind[];
}) {
  const words = useWords().goal;
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>(kinds[0]);
  const [says, setSays] = useState("");
  const saving = useMutation({
    mutationFn: () => {
      const sent = { params: { plan, goal }, body: { says } };
      return kind === "comment"
        ? call<typeof addComment>("POST", "/api/plans/:plan/goals/:goal/comments", sent)
        : call<typeof addAssessment>("POST", "/api/plans/:plan/goals/:goal/assessments", sent);
    },
    onSuccess: () => {
      setSays("");
      return queries.invalidateQueries({ queryKey: ["goal", plan, goal] });
    },
  });
  return (
    <form
      className="writing no-print"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      {kinds.length > 1 && (
        <Segments
          label={words.writeKind}
          options={kinds.map((value) => ({ value, label: words[value] }))}
          chosen={kind}
          onChoose={setKind}
        />
      )}
      <label>
        <span className="small-title">{words[kind]}</span> <span className="quiet small">{words.writeHint}</span>
        <textarea rows={3} required value={says} onChange={({ target }) => setSays(target.value)} />
      </label>
      <div className="row-of-buttons">
        <Button type="submit" busy={saving.isPending} disabled={says.trim() === ""}>
          {words.save}
        </Button>
        <span role="status">{saving.isSuccess && words.saved}</span>
      </div>
      {saving.isError && <Problem error={saving.error} retry={() => saving.mutate()} />}
    </form>
  );
}
