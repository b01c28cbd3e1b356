import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { unitWords } from "#core/figures/unit.ts";
import type { GoalRow } from "../answers.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { Popup } from "../parts/popup.tsx";
import { Trend } from "../parts/trend.tsx";
import { VerdictMark, WhyUnsettled } from "../parts/verdict.tsx";
import { isAbsent, writtenDemand } from "../parts/written.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import type { Column } from "./view.ts";

const route = getRouteApi("/plans/$plan/overview");

/** A goal in the overview: each cell opens what it says. */
export function GoalRowCells({ goal, columns }: { readonly goal: GoalRow; readonly columns: readonly Column[] }) {
  const words = useWords().overview;
  return (
    <tr>
      <th scope="row" className="column-title">
        <Title goal={goal} />
      </th>
      {columns.map((column) => {
        const Cell = cells[column];
        return (
          <td key={column} className={`column-${column}`} data-heading={words.headings[column]}>
            <Cell goal={goal} />
          </td>
        );
      })}
    </tr>
  );
}

function Title({ goal: { id, title, force, level, parts, openQuestions } }: { readonly goal: GoalRow }) {
  const words = useWords().overview;
  const say = useSay();
  const { plan } = route.useParams();
  const remarks = [
    ...(force === "promise" ? [] : [words[force]]),
    ...(level === "national" ? [words.national] : []),
    ...(parts > 1 ? [words.parts(parts)] : []),
    ...(openQuestions > 0 ? [words.questions(openQuestions)] : []),
  ];
  return (
    <>
      <Link to="/plans/$plan/goals/$goal" params={{ plan, goal: id }} className="goal-link">
        {say(title)}
      </Link>
      {remarks.length > 0 && <span className="remark">{remarks.join(" · ")}</span>}
    </>
  );
}

const cells: Readonly<Record<Column, (props: { readonly goal: GoalRow }) => ReactNode>> = {
  measured: Measured,
  trend: TrendCell,
  baseline: ({ goal }) => <Figure goal={goal} of="baseline" />,
  demand: Target,
  latest: ({ goal }) => <Figure goal={goal} of="latest" />,
  distance: ({ goal }) => <Figure goal={goal} of="distance" />,
  chance: Chance,
  verdict: Standing,
  notes: Notes,
};

function Measured({ goal: { latest, baseline, demand } }: { readonly goal: GoalRow }) {
  const language = useLanguage();
  const unit = [latest, baseline].flatMap((shown) => (isAbsent(shown) ? [] : [shown.unit])).at(0) ?? demand?.unit;
  return unit === undefined ? null : <span className="quiet">{unitWords[unit].name[language]}</span>;
}

function TrendCell({ goal: { trend, demand, title } }: { readonly goal: GoalRow }) {
  const { chart } = useWords();
  return <Trend points={trend} demand={demand} title={chart.trendOf(useSay()(title))} />;
}

function Figure({ goal, of }: { readonly goal: GoalRow; readonly of: "baseline" | "latest" | "distance" }) {
  const words = useWords().overview;
  const say = useSay();
  return (
    <FigureMark
      shown={goal[of]}
      style={{ bare: true, ...(of === "distance" && { sign: true }) }}
      withPeriod={of !== "distance"}
      tabIndex={-1}
      about={{ what: `${words.headings[of]}, ${say(goal.title)}`, notes: goal.notes.map(say) }}
    />
  );
}

function Chance({ goal: { chance } }: { readonly goal: GoalRow }) {
  const say = useSay();
  return chance === undefined ? <span className="quiet">–</span> : <span>{say(chance.shown)}</span>;
}

function Target({ goal: { demand, target } }: { readonly goal: GoalRow }) {
  const { figure } = useWords();
  const language = useLanguage();
  const say = useSay();
  if (demand === undefined && target !== undefined)
    return (
      <span className="target-words" title={say(target)}>
        {say(target)}
      </span>
    );
  if (demand === undefined) return <span className="quiet">–</span>;
  return <span title={say(demand.text)}>{writtenDemand(demand, language, figure)}</span>;
}

function Standing({ goal: { id, verdict } }: { readonly goal: GoalRow }) {
  const say = useSay();
  const { plan } = route.useParams();
  return (
    <Link
      to="/plans/$plan/goals/$goal"
      params={{ plan, goal: id }}
      hash="working"
      className="verdict-link"
      title={say(verdict.reason)}
    >
      <VerdictMark verdict={verdict} />
      <WhyUnsettled verdict={verdict} />
    </Link>
  );
}

function Notes({ goal: { notes, title } }: { readonly goal: GoalRow }) {
  const words = useWords().overview;
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <Popup
      title={`${words.headings.notes}, ${say(title)}`}
      className="note-button"
      label={words.notesCount(notes.length)}
      tabIndex={-1}
    >
      {() => (
        <ul className="notes">
          {notes.map((note) => (
            <li key={note.da}>{say(note)}</li>
          ))}
        </ul>
      )}
    </Popup>
  );
}
