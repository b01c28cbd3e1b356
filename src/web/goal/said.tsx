import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type {
  addAssessment,
  addComment,
  rewriteAssessment,
  rewriteComment,
  takeBackAssessment,
  takeBackComment,
} from "#api/comments.ts";
import type { Goal } from "../answers.ts";
import { call } from "../client.ts";
import { sessionQuery } from "../frame/queries.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { useLanguage, useWords, wordsOfMoment } from "../text/language.tsx";

type Saying = Goal["comments"][number];
type Kind = Saying["kind"];

/** What people have said of the goal, and room to say something for those who may. */
export function Said({ plan, goal: { id, comments } }: { readonly plan: string; readonly goal: Goal }) {
  const words = useWords().goal;
  const may = { assessment: useMay("assess-goal"), comment: useMay("comment-goal") };
  const own = useQuery(sessionQuery).data?.user?.id;
  const kinds = (["assessment", "comment"] as const).filter((kind) => may[kind]);
  // An assessment is the municipality's, a comment its writer's own.
  const mayChange = ({ kind, by }: Saying) => may[kind] && (kind === "assessment" || by === own);
  return (
    <section>
      <h2>{words.said}</h2>
      <p className="quiet small">{words.saidWhy}</p>
      {comments.length === 0 && <p className="quiet">{words.nothingSaid}</p>}
      {comments.map((one) => (
        <OneSaying key={one.id} plan={plan} goal={id} saying={one} mayChange={mayChange(one)} />
      ))}
      {kinds.length > 0 && <Writing plan={plan} goal={id} kinds={kinds} />}
    </section>
  );
}

/** One comment or assessment: whose, since when, what it said before; to be rewritten and taken back by who may. */
function OneSaying({
  plan,
  goal,
  saying,
  mayChange,
}: {
  readonly plan: string;
  readonly goal: string;
  readonly saying: Saying;
  readonly mayChange: boolean;
}) {
  const words = useWords().goal;
  const language = useLanguage();
  const [doing, setDoing] = useState<"rewriting" | "taking-back">();
  const first = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setDoing(undefined);
    requestAnimationFrame(() => first.current?.focus());
  };
  return (
    <article className="saying">
      <p className="quiet small">
        {words[saying.kind]} · {saying.who} · {wordsOfMoment(saying.at, language)}
        {saying.version > 1 && ` · ${words.version(saying.version)}`}
      </p>
      {doing === "rewriting" ? (
        <Rewriting plan={plan} goal={goal} saying={saying} onDone={stop} />
      ) : (
        <p className="saying-words">{saying.says}</p>
      )}
      {doing === "taking-back" && <TakingBack plan={plan} goal={goal} saying={saying} onDone={stop} />}
      {doing === undefined && mayChange && (
        <div className="row-of-buttons no-print">
          <Button ref={first} weight="quiet" onClick={() => setDoing("rewriting")}>
            {words.rewrite}
          </Button>
          <Button weight="quiet" onClick={() => setDoing("taking-back")}>
            {words.takeBack}
          </Button>
        </div>
      )}
      {saying.former.length > 0 && (
        <details className="small no-print">
          <summary>{words.former(saying.former.length)}</summary>
          {saying.former.map((one) => (
            <div key={one.version} className="saying">
              <p className="quiet">
                {words.version(one.version)} · {one.who} · {wordsOfMoment(one.at, language)}
              </p>
              <p className="saying-words">{one.says}</p>
            </div>
          ))}
        </details>
      )}
    </article>
  );
}

type Changing = {
  readonly plan: string;
  readonly goal: string;
  readonly saying: Saying;
  readonly onDone: () => void;
};

function Rewriting({ plan, goal, saying: { id, kind, says: before }, onDone }: Changing) {
  const words = useWords().goal;
  const refresh = useRefresh(plan);
  const [says, setSays] = useState(before);
  const saving = useMutation({
    mutationFn: () => {
      const sent = { params: { plan, goal, comment: id }, body: { says } };
      return kind === "comment"
        ? call<typeof rewriteComment>("PUT", "/api/plans/:plan/goals/:goal/comments/:comment", sent)
        : call<typeof rewriteAssessment>("PUT", "/api/plans/:plan/goals/:goal/assessments/:comment", sent);
    },
    onSuccess: async () => {
      await refresh();
      onDone();
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
      <label>
        <span className="small-title">{words[kind]}</span> <span className="quiet small">{words.writeHint}</span>
        {/* biome-ignore lint/a11y/noAutofocus: the one who asked to rewrite is to write at once */}
        <textarea autoFocus rows={4} required value={says} onChange={({ target }) => setSays(target.value)} />
      </label>
      <div className="row-of-buttons">
        <Button type="submit" busy={saving.isPending} disabled={says.trim() === "" || says === before}>
          {words.save}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {words.leave}
        </Button>
      </div>
      {saving.isError && <Problem error={saving.error} retry={() => saving.mutate()} />}
    </form>
  );
}

function TakingBack({ plan, goal, saying: { id, kind }, onDone }: Changing) {
  const words = useWords().goal;
  const refresh = useRefresh(plan);
  const taking = useMutation({
    mutationFn: () => {
      const sent = { params: { plan, goal, comment: id } };
      return kind === "comment"
        ? call<typeof takeBackComment>("DELETE", "/api/plans/:plan/goals/:goal/comments/:comment", sent)
        : call<typeof takeBackAssessment>("DELETE", "/api/plans/:plan/goals/:goal/assessments/:comment", sent);
    },
    onSuccess: refresh,
  });
  return (
    <div className="no-print">
      <p>{words.takeBackWhy}</p>
      <div className="row-of-buttons">
        <Button autoFocus busy={taking.isPending} onClick={() => taking.mutate()}>
          {words.takeBack}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {words.leave}
        </Button>
      </div>
      {taking.isError && <Problem error={taking.error} retry={() => taking.mutate()} />}
    </div>
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
  const refresh = useRefresh(plan);
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
      return refresh();
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

/** What is said stands on the goal's page only. */
function useRefresh(plan: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["goal", plan] });
}
