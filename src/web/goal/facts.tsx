import { Fragment } from "react";
import type { FigureStyle } from "#core/figures/write.ts";
import type { Goal, GoalPart, Shown, ShownFigure } from "../answers.ts";
import { Fact } from "../parts/fact.tsx";
import { FigureMark } from "../parts/figure-mark.tsx";
import { isAbsent } from "../parts/written.ts";
import { useSay, useWords } from "../text/language.tsx";
import { Owner } from "./owner.tsx";
import { useDefinition } from "./use-definition.ts";

/** What the goal is: from where, to where, how far, who, and where the plan says it. */
export function Facts({ plan, goal, part }: { readonly plan: string; readonly goal: Goal; readonly part: GoalPart }) {
  const words = useWords().goal;
  const say = useSay();
  const { source, responsible, efforts } = goal;
  const asks = part.target ?? part.demand?.text;
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl className="facts">
        {asks !== undefined && (
          <Fact name={words.demand}>
            {say(asks)}{" "}
            {part.asked !== undefined && (
              <ExplainedFigure name={words.demand} shown={part.asked} goal={goal} part={part} markOnly />
            )}
          </Fact>
        )}
        <FigureFact name={words.baseline} shown={part.baseline} goal={goal} part={part} />
        <FigureFact name={words.latest} shown={part.latest} goal={goal} part={part} />
        {part.newest !== undefined && <FigureFact name={words.newest} shown={part.newest} goal={goal} part={part} />}
        <FigureFact
          name={words.distance}
          shown={part.distance}
          goal={goal}
          part={part}
          style={{ sign: true }}
          note={words.distanceHow}
        />
        {part.change !== undefined && (
          <Fact name={words.change}>
            {[part.change.number, part.change.share].filter(isKnown).map((shown, at) => (
              <Fragment key={shown.unit}>
                {at > 0 && " · "}
                <ExplainedFigure
                  name={words.change}
                  shown={shown}
                  goal={goal}
                  part={part}
                  style={{ sign: true }}
                  withPeriod={at === 0}
                  note={words.changeHow}
                />
              </Fragment>
            ))}
          </Fact>
        )}
        {part.projected !== undefined && (
          <FigureFact name={words.projected} shown={part.projected} goal={goal} part={part} />
        )}
        <Fact name={words.planSource}>
          {say(goal.planTitle)}, {words.section(source.section)}, {words.lines(source.lines)}
        </Fact>
        <Fact name={words.owner}>
          <Owner plan={plan} goal={goal} />
        </Fact>
        {responsible !== undefined && <Fact name={words.responsible}>{responsible}</Fact>}
      </dl>
      <h3>{words.efforts}</h3>
      {efforts.length === 0 ? (
        <p className="quiet">{words.noEfforts}</p>
      ) : (
        <ul className="notes">
          {efforts.map(({ id, title }) => (
            <li key={id}>{say(title)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

type FigureOfPart = {
  readonly name: string;
  readonly shown: Shown;
  readonly goal: Goal;
  readonly part: GoalPart;
  readonly style?: FigureStyle;
  /** How it is come by, where it is computed from others. */
  readonly note?: string;
  /** Where the figure itself already stands in words. */
  readonly markOnly?: boolean;
};

function FigureFact(figure: FigureOfPart) {
  return (
    <Fact name={figure.name}>
      <ExplainedFigure {...figure} withPeriod />
    </Fact>
  );
}

function ExplainedFigure({
  name,
  shown,
  goal,
  part,
  style,
  note,
  withPeriod = false,
  markOnly = false,
}: FigureOfPart & { readonly withPeriod?: boolean }) {
  const say = useSay();
  const definition = useDefinition(part);
  const notes = [...(note === undefined || isAbsent(shown) ? [] : [note]), ...part.notes.map(say)];
  return (
    <FigureMark
      {...{ shown, style, withPeriod, markOnly }}
      about={{ what: `${name}, ${say(goal.title)}`, ...(definition !== undefined && { definition }), notes }}
    />
  );
}

function isKnown(shown: Shown): shown is ShownFigure {
  return !isAbsent(shown);
}
