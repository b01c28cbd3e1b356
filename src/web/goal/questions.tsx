import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { answerQuestion } from "#api/follow-up.ts";
import type { Goal } from "../answers.ts";
import { call } from "../client.ts";
import { useMay } from "../frame/use-may.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { useSay, useWords } from "../text/language.tsx";

type Question = Goal["questions"][number];

/** What the wording of the goal leaves open, with the readings it can be given; those who may choose one. */
export function Questions({ plan, goal }: { readonly plan: string; readonly goal: Goal }) {
  const words = useWords().goal;
  if (goal.questions.length === 0) return null;
  return (
    <section>
      <h2>{words.questions}</h2>
      <p className="quiet small">{words.questionsWhy}</p>
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
  const say = useSay();
  const queries = useQueryClient();
  const mayAnswer = useMay("follow-up-plan");
  const answering = useMutation({
    mutationFn: (reading: string) =>
      call<typeof answerQuestion>("POST", "/api/plans/:plan/goals/:goal/answers", {
        params: { plan, goal },
        body: { question: question.id, reading },
      }),
    // An answer can change every verdict of the plan.
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <p>{say(question.asks)}</p>
      {question.answer !== undefined && (
        <p>
          <b>{words.answered}:</b> {say(question.answer)}
        </p>
      )}
      {question.answer === undefined && question.blocks && <p className="quiet small">{words.blocks}</p>}
      {question.answer === undefined && question.readings.length > 0 && (
        <ul className="readings">
          {question.readings.map(({ id, says }) => (
            <li key={id}>
              {mayAnswer ? (
                <Button disabled={answering.isPending} onClick={() => answering.mutate(id)}>
                  {say(says)}
                </Button>
              ) : (
                say(says)
              )}
            </li>
          ))}
        </ul>
      )}
      {answering.isError && <Problem error={answering.error} retry={() => answering.reset()} />}
    </>
  );
}
