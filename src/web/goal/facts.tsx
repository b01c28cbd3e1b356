import type { ReactNode } from "react";
import type { FigureStyle } from "#core/figures/write.ts";
import type { Goal, GoalPart, Shown } from "../answers.ts";
import { Fact, FigureMark } from "../parts/figure-mark.tsx";
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
        {asks !== undefined && <Fact name={words.demand}>{say(asks)}</Fact>}
        <FigureFact name={words.baseline} shown={part.baseline} goal={goal} part={part} />
        <FigureFact name={words.latest} shown={part.latest} goal={goal} part={part} />
        {part.newest !== undefined && <FigureFact name={words.newest} shown={part.newest} goal={goal} part={part} />}
        <FigureFact name={words.distance} shown={part.distance} goal={goal} part={part} style={{ sign: true }} />
        {part.change !== undefined && (
          <FigureFact name={words.change} shown={part.change.number} goal={goal} part={part} style={{ sign: true }}>
            {"value" in part.change.share && (
              <>
                {" "}
                <FigureMark shown={part.change.share} style={{ sign: true }} about={{ what: words.change }} />
              </>
            )}
          </FigureFact>
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

function FigureFact({
  name,
  shown,
  goal,
  part,
  style,
  children,
}: {
  readonly name: string;
  readonly shown: Shown;
  readonly goal: Goal;
  readonly part: GoalPart;
  readonly style?: FigureStyle;
  readonly children?: ReactNode;
}) {
  const say = useSay();
  const definition = useDefinition(part);
  return (
    <Fact name={name}>
      <FigureMark
        shown={shown}
        style={style}
        withPeriod
        about={{ what: `${name}, ${say(goal.title)}`, definition, notes: part.notes.map(say) }}
      />
      {children}
    </Fact>
  );
}
