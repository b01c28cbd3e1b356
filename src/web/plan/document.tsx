import type { ReactNode } from "react";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Check, Document, DocumentGoal, Known } from "./answers.ts";
import { GoalBlock } from "./goal-block.tsx";
import { Source } from "./source.tsx";
import { TableBlock } from "./table-block.tsx";
import { usePlanWords } from "./words.ts";

/** The plan as it reads: tracks with their goals and efforts, then what it counts on. */
export function PlanDocument({
  plan,
  document,
  check,
  known,
  formOf,
  onEdit,
}: {
  readonly plan: string;
  readonly document: Document;
  readonly check: Check | undefined;
  readonly known: Known;
  /** The form of the goal that is edited. */
  readonly formOf: (goal: DocumentGoal) => ReactNode;
  readonly onEdit: ((goal: string) => void) | undefined;
}) {
  const words = usePlanWords().document;
  const say = useSay();
  const language = useLanguage();
  const open = (check?.findings ?? []).filter(({ accepted }) => accepted === undefined);
  const marked = new Set(open.flatMap(({ places }) => places));
  const foundOf = (goal: string) => open.filter(({ places }) => places.includes(`goals.${goal}`)).length;
  const goalsOf = (goals: readonly DocumentGoal[]) =>
    goals.map((goal) => (
      <GoalBlock
        key={goal.id}
        {...{ plan, goal, document, known }}
        findings={foundOf(goal.id)}
        form={formOf(goal)}
        onEdit={onEdit && (() => onEdit(goal.id))}
      />
    ));
  return (
    <div className="plan-document">
      <header>
        <h2 className="plan-title">{say(document.title)}</h2>
        <p className="quiet">
          {document.organisation} · {wordsOfPeriod(document.period, language)}
          {document.from !== undefined && ` · ${words.from(document.from.title)}`}
        </p>
      </header>
      {document.goals.length === 0 && (
        <div className="empty">
          <p className="small-title">{words.noGoals}</p>
          <p>{words.noGoalsMend}</p>
        </div>
      )}
      {document.tracks.map((track) => (
        <section key={track.id} id={`tracks.${track.id}`} tabIndex={-1}>
          <h3>
            {say(track.title)} <Source source={track.source} />
          </h3>
          {goalsOf(document.goals.filter((goal) => goal.track === track.id))}
          <SaidList
            name={words.efforts}
            list="efforts"
            all={document.efforts.filter((one) => one.track === track.id)}
          />
          <SaidList
            name={words.principles}
            list="principles"
            all={document.principles.filter((one) => one.track === track.id)}
          />
        </section>
      ))}
      <Loose document={document} />
      {document.tables.length > 0 && (
        <section id="tables" tabIndex={-1}>
          <h3>{words.tables}</h3>
          {document.tables.map((table) => (
            <TableBlock key={table.id} table={table} marked={marked} />
          ))}
        </section>
      )}
      <Expectations document={document} />
      <Statements document={document} marked={marked} />
      {document.targetGroups.length > 0 && (
        <section id="targetGroups" tabIndex={-1}>
          <h3>{words.targetGroups}</h3>
          <p className="running">{document.targetGroups.map(({ title }) => say(title)).join(" · ")}</p>
        </section>
      )}
    </div>
  );
}

/** What stands under no track. */
function Loose({ document }: { readonly document: Document }) {
  const words = usePlanWords().document;
  const isLoose = ({ track }: { readonly track?: string | undefined }) =>
    !document.tracks.some(({ id }) => id === track);
  const [efforts, principles] = [document.efforts.filter(isLoose), document.principles.filter(isLoose)];
  if (efforts.length + principles.length === 0) return null;
  return (
    <section id="efforts" tabIndex={-1}>
      <h3>{efforts.length > 0 ? words.efforts : words.principles}</h3>
      <SaidList name={words.efforts} list="efforts" all={efforts} />
      <SaidList name={words.principles} list="principles" all={principles} />
    </section>
  );
}

/** Efforts or principles in our own short words. */
function SaidList({
  name,
  list,
  all,
}: {
  readonly name: string;
  readonly list: string;
  readonly all: Document["efforts"];
}) {
  const say = useSay();
  if (all.length === 0) return null;
  return (
    <>
      <h4 className="list-name">{name}</h4>
      <ul className="said-list">
        {all.map(({ id, title, source }) => (
          <li key={id} id={`${list}.${id}`} tabIndex={-1}>
            {say(title)} <Source source={source} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Expectations({ document: { expectations } }: { readonly document: Document }) {
  const words = usePlanWords().document;
  const say = useSay();
  const language = useLanguage();
  if (expectations.length === 0) return null;
  return (
    <section id="expectations" tabIndex={-1}>
      <h3>{words.expectations}</h3>
      <ul className="said-list">
        {expectations.map(({ id, title, by, values, source }) => (
          <li key={id} id={`expectations.${id}`} tabIndex={-1}>
            {say(title)}:{" "}
            {values.map(({ period, printed }) => `${printed} (${wordsOfPeriod(period, language)})`).join(", ")}.{" "}
            {words.by(by)}. <Source source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Statements({
  document: { statements },
  marked,
}: {
  readonly document: Document;
  readonly marked: ReadonlySet<string>;
}) {
  const words = usePlanWords().document;
  const say = useSay();
  const language = useLanguage();
  if (statements.length === 0) return null;
  return (
    <section id="statements" tabIndex={-1}>
      <h3>{words.statements}</h3>
      <ul className="said-list">
        {statements.map(({ id, title, printed, change, period, source }) => (
          <li key={id} id={`statements.${id}`} tabIndex={-1} data-found={marked.has(`statements.${id}`)}>
            {say(title)}: <b>{printed}</b>
            {change !== undefined && ` ${words[change]}`}
            {period !== undefined && ` (${wordsOfPeriod(period, language)})`} <Source source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
