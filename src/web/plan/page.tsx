import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { rememberPlan } from "../frame/preferences.ts";
import { sessionQuery } from "../frame/queries.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay, useWords } from "../text/language.tsx";
import type { Document, DocumentGoal, Opened } from "./answers.ts";
import { CheckColumn } from "./check.tsx";
import { Conflict } from "./conflict.tsx";
import { Differences } from "./difference.tsx";
import { PlanDocument } from "./document.tsx";
import { GoalForm } from "./goal-form.tsx";
import { Head } from "./head.tsx";
import { jumpTo } from "./jump.ts";
import { measuredBy } from "./measured-by.ts";
import { Outline } from "./outline.tsx";
import { documentQuery } from "./query.ts";
import { useWork, type Work } from "./use-work.ts";
import { Versions } from "./versions.tsx";
import { columns, type PlanView, sides } from "./view.ts";
import { usePlanWords } from "./words.ts";
import { YamlColumn } from "./yaml.tsx";
import "./plan.css";

const route = getRouteApi("/plans/$plan/document");

/** «Hvad har vi lovet, og holder regnestykket?» */
export function PlanPage() {
  const { plan } = route.useParams();
  const { version } = route.useSearch();
  const opened = useQuery(documentQuery(plan, version));
  useEffect(() => rememberPlan(plan), [plan]);
  if (opened.isPending) return <PageShape rows={14} />;
  if (opened.isError) return <Problem error={opened.error} retry={() => opened.refetch()} />;
  return <Shown key={`${plan} ${version ?? ""}`} plan={plan} opened={opened.data} />;
}

function Shown({ plan, opened }: { readonly plan: string; readonly opened: Opened }) {
  const words = usePlanWords();
  const app = useWords().app;
  const say = useSay();
  const work = useWork(plan, opened);
  const view = route.useSearch();
  const change = useChange();
  const may = useQuery(sessionQuery).data?.user?.may ?? [];
  const { base, readable, reading } = work;
  const { document } = readable;
  const isCurrent = base.shown === (base.draft === undefined ? base.versions[0]?.number : "draft");
  const mayEdit = may.includes("draft-plan") && isCurrent;
  const [line, setLine] = useState<number>();
  const side = view.side ?? "check";
  const column = view.column ?? "document";
  useOpening(document, view);

  const show = (place: string) => {
    change({ column: undefined, compare: undefined });
    requestAnimationFrame(() => requestAnimationFrame(() => jumpTo(place)));
  };
  const goTo = (at: number) => {
    change({ side: "yaml", column: "side" });
    setLine(undefined);
    requestAnimationFrame(() => setLine(at));
  };
  const edit = (goal: string) => change({ ...nothingMeasured, edit: goal });
  const close = () => {
    const goal = view.edit;
    change({ edit: undefined });
    if (goal !== undefined) requestAnimationFrame(() => requestAnimationFrame(() => jumpTo(`goals.${goal}`)));
  };
  const formOf = (goal: DocumentGoal) =>
    mayEdit && view.edit === goal.id && document !== undefined && !work.isRecovering ? (
      <GoalForm
        key={work.turn}
        {...{ plan, document, goal, work }}
        known={base.known}
        register={view.register}
        onClose={close}
      />
    ) : undefined;
  return (
    <div className="page plan" data-side={side}>
      <title>{`${words.title}: ${say(opened.title)} · ${app.name}`}</title>
      <h1 className="visually-hidden">{words.question}</h1>
      <p className="lead">{leadOf(words, work)}</p>
      <Head
        {...{ plan, work, isCurrent }}
        may={{ draft: may.includes("draft-plan"), adopt: may.includes("adopt-plan") }}
        onCompare={() => change({ compare: base.versions[0]?.number, column: undefined, edit: undefined })}
        onGoal={edit}
        measured={measuredBy(view, base.known)}
        onLeave={() => change(nothingMeasured)}
        onNewest={() => change({ version: undefined, compare: undefined })}
      />
      {work.isOvertaken && <Conflict plan={plan} work={work} />}
      <Segments
        className="plan-columns-choice"
        label={words.columns.label}
        chosen={column}
        all={columns.map((one) => [one, words.columns[one]])}
        onChoose={(one) => change({ column: one })}
      />
      <div className="plan-columns" data-column={column}>
        <div className="plan-outline">{document !== undefined && <Outline document={document} onJump={show} />}</div>
        <div className="plan-middle">
          {reading.faults.length > 0 && document !== undefined && <p className="last-readable">{words.lastReadable}</p>}
          {view.compare === undefined ? (
            document !== undefined && (
              <PlanDocument
                {...{ plan, document, formOf }}
                check={reading.check ?? readable.check}
                known={base.known}
                onEdit={mayEdit ? edit : undefined}
              />
            )
          ) : (
            <Comparison plan={plan} work={work} compare={view.compare} onClose={() => change({ compare: undefined })} />
          )}
          {document === undefined && view.compare === undefined && <p>{words.unreadable(reading.faults.length)}</p>}
        </div>
        <aside className="plan-side no-print" aria-label={words.sides.label}>
          <Segments
            label={words.sides.label}
            chosen={side}
            all={sides.map((one) => [one, words.sides[one]])}
            onChoose={(one) => change({ side: one === "check" ? undefined : one })}
          />
          {side === "check" && (
            <CheckColumn
              work={work}
              goal={view.edit}
              onShow={show}
              onLine={goTo}
              acceptIn={may.includes("follow-up-plan") && !work.isUnsaved ? plan : undefined}
            />
          )}
          {side === "versions" && (
            <Versions
              {...{ plan }}
              opened={base}
              mayDraft={may.includes("draft-plan")}
              isUnsaved={work.isUnsaved}
              onShow={(which) => change({ version: which, compare: undefined, edit: undefined })}
              onCompare={(which) => change({ compare: which, edit: undefined, column: undefined })}
              onRestored={() => {
                work.drop();
                change({ version: undefined, compare: undefined, edit: undefined });
              }}
            />
          )}
          {side === "yaml" && (
            <YamlColumn
              yaml={work.yaml}
              isAsked={line !== undefined}
              line={line ?? document?.goals.find(({ id }) => id === view.edit)?.line}
              onWrite={mayEdit ? (yaml) => work.write(yaml) : undefined}
            />
          )}
        </aside>
      </div>
    </div>
  );
}

const nothingMeasured = { measure: undefined, where: undefined, set: undefined, by: undefined };

/** Changes how the plan is looked at, in the address. */
function useChange() {
  const navigate = route.useNavigate();
  return useCallback(
    (changed: PlanView) => {
      void navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
    },
    [navigate],
  );
}

/** Goes to the goal that the address has open, once. */
function useOpening(document: Document | undefined, { edit }: PlanView) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the page opens
  useEffect(() => {
    if (edit !== undefined && document !== undefined) window.document.getElementById(`goals.${edit}`)?.scrollIntoView();
  }, []);
}

/** What the page answers, in a sentence. */
function leadOf(words: ReturnType<typeof usePlanWords>, { reading }: Work): string {
  const { document, check, faults } = reading;
  if (document === undefined || check === undefined) return words.unreadable(faults.length);
  return words.says(words.goals(document.goals.length), words.sums(check.ran, check.ran - check.agreed));
}

/** The shown text held against another. */
function Comparison({
  plan,
  work,
  compare,
  onClose,
}: {
  readonly plan: string;
  readonly work: Work;
  readonly compare: number | "draft";
  readonly onClose: () => void;
}) {
  const words = usePlanWords();
  const nameOf = (which: number | "draft") => (which === "draft" ? words.versions.draft : words.versions.number(which));
  const { base, isUnsaved, yaml } = work;
  return (
    <section className="comparison">
      <h2>{words.difference.title}</h2>
      <p className="quiet">
        {words.difference.between(nameOf(compare), isUnsaved ? words.difference.mine : nameOf(base.shown))}
      </p>
      <p>
        <button type="button" className="link-button" onClick={onClose}>
          {words.difference.close}
        </button>
      </p>
      <Differences plan={plan} from={compare} to={isUnsaved ? { yaml } : base.shown} />
    </section>
  );
}

/** One of a few to choose. */
function Segments<Choice extends string>({
  label,
  chosen,
  all,
  className = "",
  onChoose,
}: {
  readonly label: string;
  readonly chosen: Choice;
  readonly all: readonly (readonly [Choice, string])[];
  readonly className?: string;
  readonly onChoose: (choice: Choice) => void;
}) {
  return (
    <fieldset className={`segments no-print ${className}`}>
      <legend className="visually-hidden">{label}</legend>
      {all.map(([choice, name]) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
