import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { endSession, endSessions } from "#api/users.ts";
import { call } from "../client.ts";
import { sessionQuery } from "../frame/queries.ts";
import { Button } from "../parts/button.tsx";
import { ProblemLine } from "../parts/field.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, wordsOfMoment } from "../text/language.tsx";
import type { OpenSession } from "./answers.ts";
import { sessionsQuery } from "./queries.ts";
import { useAdministrationWords } from "./words.ts";

/** Where a user is signed in, and the way out of one place or all. */
export function Sessions({ user }: { readonly user: string }) {
  const words = useAdministrationWords().sessions;
  const queries = useQueryClient();
  const list = useQuery(sessionsQuery(user));
  const ending = useMutation({
    mutationFn: (session: string | undefined) =>
      session === undefined
        ? call<typeof endSessions>("DELETE", "/api/users/:user/sessions", { params: { user } })
        : call<typeof endSession>("DELETE", "/api/users/:user/sessions/:session", { params: { user, session } }),
    // One's own session may have been among them: then the door is shown.
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["sessions", user] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
  if (list.isPending) return <PageShape rows={2} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { sessions } = list.data;
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      {sessions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <SessionTable sessions={sessions} onEnd={(id) => ending.mutate(id)} />
      )}
      <div className="row-of-buttons">
        {sessions.length > 0 && (
          <Button busy={ending.isPending && ending.variables === undefined} onClick={() => ending.mutate(undefined)}>
            {words.endAll}
          </Button>
        )}
        <span role="status">{ending.isSuccess && words.ended(ending.data.ended)}</span>
      </div>
      <ProblemLine error={ending.error} />
    </section>
  );
}

function SessionTable({
  sessions,
  onEnd,
}: {
  readonly sessions: readonly OpenSession[];
  readonly onEnd: (id: string) => void;
}) {
  const words = useAdministrationWords().sessions;
  const language = useLanguage();
  const whatOf = ({ here, program }: OpenSession) =>
    here ? words.here : program === undefined ? words.browser : words.program(program);
  return (
    <table className="plain-table stacking">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {(["what", "begun", "seen", "expires"] as const).map((name) => (
            <th key={name} scope="col">
              {words.headings[name]}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {sessions.map((one) => (
          <tr key={one.id}>
            <th scope="row">{whatOf(one)}</th>
            <td data-heading={words.headings.begun}>{wordsOfMoment(one.begun, language)}</td>
            <td data-heading={words.headings.seen}>{wordsOfMoment(one.seen, language)}</td>
            <td data-heading={words.headings.expires}>{wordsOfMoment(one.expires, language)}</td>
            <td>
              <Button
                weight="quiet"
                aria-label={words.endOne(whatOf(one), wordsOfMoment(one.begun, language))}
                onClick={() => onEnd(one.id)}
              >
                {words.end}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
