import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { demoSignIn } from "#api/session.ts";
import type { Session } from "../answers.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { useSay, useWords } from "../text/language.tsx";
import { changeSession, type SessionHere } from "./queries.ts";

/** The door: the municipality's own login, and the invented users of the demo. The address stays where it was. */
export function SignIn({ session }: { readonly session: SessionHere }) {
  const { app, signIn } = useWords();
  const { href } = useLocation();
  const { provider, demo } = session.signIn;
  return (
    <div className="sign-in">
      <title>{`${signIn.title} · ${app.name}`}</title>
      <h1>{app.name}</h1>
      {session.ended === true && <p role="alert">{signIn.ended}</p>}
      <p className="lead">{signIn.lead}</p>
      {provider !== undefined && (
        <p>
          <a className="sign-in-door" href={`${provider}?${new URLSearchParams({ back: href })}`}>
            {signIn.provider}
          </a>
        </p>
      )}
      {demo.length > 0 && <DemoUsers users={demo} />}
      {provider === undefined && demo.length === 0 && (
        <p>
          {signIn.none} {signIn.noneMend}
        </p>
      )}
      <p className="quiet small">
        {app.name} {session.version}
      </p>
    </div>
  );
}

function DemoUsers({ users }: { readonly users: Session["signIn"]["demo"] }) {
  const { signIn } = useWords();
  const say = useSay();
  const queries = useQueryClient();
  const entering = useMutation({
    mutationFn: (user: string) => call<typeof demoSignIn>("POST", "/api/session/demo", { body: { user } }),
    onSuccess: (session) => changeSession(queries, session),
  });
  return (
    <section>
      <h2>{signIn.demoTitle}</h2>
      <p>{signIn.demoLead}</p>
      <ul className="demo-users">
        {users.map(({ id, role }) => (
          <li key={id}>
            <Button
              busy={entering.isPending && entering.variables === id}
              disabled={entering.isPending}
              onClick={() => entering.mutate(id)}
            >
              {say(role)}
            </Button>
          </li>
        ))}
      </ul>
      {entering.isError && <Problem error={entering.error} retry={() => entering.reset()} />}
    </section>
  );
}
