import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { answerQuestion } from "#api/follow-up.ts";
import type { Goal } from "../answers.ts";
import { call } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import { PeriodField, useReadPeriod } from "./period-field.tsx";

type Question = Goal["questions"][number];
type Given = { readonly reading: string } | { readonly value: string };

/** What the wording of the goal leaves open, with the readings it can be given; those who may answer, and answer anew. */
export function Questions({ plan, goal }: { readonly plan: string; readonly goal: Goal }) {
  const words = useWords().goal;
  if (goal.questions.length === 0) return null;
  return (
    <section>
      <h2>{words.questions}</h2>
      <p className="quiet small">
        {words.questionsWhy} ({words.section(goal.source.section)}, {words.lines(goal.source.lines)}).
      </p>
      <ul className="questions">
        {goal.questions.map((question) => (
          <li key={question.id}>
            <Asked plan={plan} goal={goal.id} question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({
  plan,
  goal,
  question,
}: {
  readonly plan: string;
  readonly goal: string;
  readonly question: Question;
}) {
  const words = useWords().goal;
  const language = useLanguage();
  const say = useSay();
  const queries = useQueryClient();
  const mayAnswer = useMay("follow-up-plan");
  const [isAnew, answerAnew] = useState(false);
  const answering = useMutation({
    mutationFn: (given: Given) =>
      call<typeof answerQuestion>("POST", "/api/plans/:plan/goals/:goal/answers", {
        params: { plan, goal },
        body: { question: question.id, ...given },
      }),
    onSuccess: async () => {
      // An answer can change every verdict of the plan.
      await queries.invalidateQueries();
      answerAnew(false);
    },
  });
  const { answer, readings, fills } = question;
  const isOpen = answer === undefined || isAnew;
  const canBeAnswered = readings.length > 0 || fills !== undefined;
  return (
    <>
      <p>{say(question.asks)}</p>
      {answer !== undefined && (
        <p>
          <b>{words.answered}:</b> {say(answer)}{" "}
          {question.by !== undefined && question.on !== undefined && (
            <span className="quiet small">
              ({question.by}, {wordsOfDay(question.on, language)})
            </span>
          )}{" "}
          {mayAnswer && canBeAnswered && !isAnew && (
            <button type="button" className="link-button no-print" onClick={() => answerAnew(true)}>
              {words.answerAnew}
            </button>
          )}
        </p>
      )}
      {answer === undefined && question.blocks && <p className="quiet small">{words.blocks}</p>}
      {isOpen && readings.length > 0 && (
        <ul className="readings">
          {readings.map(({ id, says }) => (
            <li key={id}>
              {mayAnswer ? (
                <Button disabled={answering.isPending} onClick={() => answering.mutate({ reading: id })}>
                  {say(says)}
                </Button>
              ) : (
                say(says)
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && mayAnswer && fills !== undefined && (
        <OwnAnswer
          {...{ fills }}
          isOther={readings.length > 0}
          isPending={answering.isPending}
          onGive={(value) => answering.mutate({ value })}
        />
      )}
      {isOpen && isAnew && (
        <Button weight="quiet" onClick={() => answerAnew(false)}>
          {words.leave}
        </Button>
      )}
      <ProblemLine error={answering.error} />
    </>
  );
}

/** An answer in free words, as the plan would have it. */
function OwnAnswer({
  fills,
  isOther,
  isPending,
  onGive,
}: {
  readonly fills: string;
  readonly isOther: boolean;
  readonly isPending: boolean;
  readonly onGive: (value: string) => void;
}) {
  const words = useWords().goal;
  const takesPeriod = fills.endsWith("period");
  const takesFigure = /\.(value|by)$/.test(fills);
  const readPeriod = useReadPeriod();
  const label = isOther ? words.otherAnswer : words.ownAnswer;
  return (
    <form
      className="form-line no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = writtenIn(event.currentTarget, "value");
        onGive(takesPeriod ? readPeriod(typed) : typed);
      }}
    >
      {takesPeriod ? (
        <PeriodField label={label} name="value" />
      ) : (
        <Field name={label} hint={takesFigure ? words.figureHint : undefined}>
          <input type="text" name="value" required autoComplete="off" />
        </Field>
      )}
      <Button type="submit" busy={isPending}>
        {words.give}
      </Button>
    </form>
  );
}
