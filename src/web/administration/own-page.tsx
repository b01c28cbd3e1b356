import { useQuery } from "@tanstack/react-query";
import type { User } from "../answers.ts";
import { sessionQuery } from "../frame/queries.ts";
import { useMay } from "../frame/use-may.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay, useWords } from "../text/language.tsx";
import { EntryTable } from "./entry-table.tsx";
import { ProgramToken } from "./program-token.tsx";
import { auditQuery } from "./queries.ts";
import { Sessions } from "./sessions.tsx";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";
import "./administration.css";

/** Min side: what one may do, where one is signed in, and what the log says of oneself. */
export function OwnPage() {
  const user = useQuery(sessionQuery).data?.user;
  return user === undefined ? <PageShape rows={6} /> : <Shown user={user} />;
}

function Shown({ user }: { readonly user: User }) {
  const { app } = useWords();
  const words = useAdministrationWords().own;
  const say = useSay();
  const where = useWhere();
  const mayExport = useMay("export-figures");
  const roles = Map.groupBy(user.roles, ({ label }) => say(label));
  return (
    <div className="page administration">
      <title>{`${words.title} · ${app.name}`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.says(user.name, [...roles.keys()].join(", "))}</p>
      <section className="stack">
        <h2>{words.roles}</h2>
        <ul className="grants">
          {[...roles].map(([label, held]) => (
            <li key={label}>
              <span>
                <b>{label}</b> · {held.map(({ municipality, unit }) => where(municipality, unit)).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Sessions user={user.id} />
      {mayExport && <ProgramToken user={user.id} />}
      <OwnLog user={user.id} />
    </div>
  );
}

function OwnLog({ user }: { readonly user: string }) {
  const words = useAdministrationWords().own;
  const list = useQuery(auditQuery({ actor: user, limit: 20 }));
  return (
    <section className="stack">
      <h2>{words.log}</h2>
      <p className="quiet small">{words.logWhy}</p>
      {list.isError && <Problem error={list.error} retry={() => list.refetch()} />}
      {list.data?.entries.length === 0 && <p>{words.logNone}</p>}
      {list.data !== undefined && list.data.entries.length > 0 && <EntryTable entries={list.data.entries} />}
    </section>
  );
}
