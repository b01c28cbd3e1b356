import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useReach } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useSay } from "../text/language.tsx";
import type { Account } from "./answers.ts";
import { GrantWords } from "./grant-words.tsx";
import { usersQuery } from "./queries.ts";
import { NewUser, OneUser } from "./user.tsx";
import { type AdministrationView, type Change, NEW } from "./view.ts";
import { useWhere } from "./where.ts";
import { useAdministrationWords } from "./words.ts";

/** Who can sign in, as what and where; one of them, or a new one, on its own. */
export function Users({ view, change }: { readonly view: AdministrationView; readonly change: Change }) {
  const list = useQuery(usersQuery);
  if (list.isPending) return <PageShape rows={10} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  const { users } = list.data;
  if (view.user === NEW)
    return <NewUser onDone={(user) => change({ user })} onBack={() => change({ user: undefined })} />;
  if (view.user !== undefined)
    return (
      <OneUser
        key={view.user}
        id={view.user}
        account={users.find(({ id }) => id === view.user)}
        onBack={() => change({ user: undefined })}
      />
    );
  return <UserList all={users} view={view} change={change} />;
}

function UserList({
  all,
  view,
  change,
}: {
  readonly all: readonly Account[];
  readonly view: AdministrationView;
  readonly change: Change;
}) {
  const words = useAdministrationWords().users;
  const say = useSay();
  const where = useWhere();
  const reaches = useReach();
  const active = all.filter((one) => one.active).length;
  const sought = (view.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ id, name, email, roles }) => {
    const held = roles.flatMap(({ label, municipality, unit }) => [say(label), where(municipality, unit)]);
    const text = [id, name, email, ...held].join(" ").toLowerCase();
    return sought.every((word) => text.includes(word));
  });
  return (
    <>
      <p className="lead">{words.says(active, all.length - active)}</p>
      <div className="seek-line">
        <input
          type="search"
          className="seek-line-field"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={view.q ?? ""}
          onChange={({ target }) => change({ q: target.value === "" ? undefined : target.value })}
        />
        <span role="status" className="quiet small">
          {words.shown(found.length, all.length)}
        </span>
        {reaches("write-users") && <Button onClick={() => change({ user: NEW })}>{words.add}</Button>}
      </div>
      {found.length === 0 ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
        </div>
      ) : (
        <UserTable found={found} />
      )}
    </>
  );
}

function UserTable({ found }: { readonly found: readonly Account[] }) {
  const { sections, users: words, none } = useAdministrationWords();
  const { plan = "" } = useParams({ strict: false });
  const where = useWhere();
  return (
    <table className="plain-table stacking" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{sections.users}</caption>
      <thead>
        <tr>
          {(["name", "roles", "municipality", "state"] as const).map((name) => (
            <th key={name} scope="col">
              {words.headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map(({ id, name, roles, municipality, active }) => (
          <tr key={id}>
            <td>
              <Link to="/plans/$plan/administration" params={{ plan }} search={{ section: "users", user: id }}>
                {name}
              </Link>
              <span className="quiet table-line">{id}</span>
            </td>
            <td>
              {roles.length === 0 ? <span className="quiet">{words.noRoles}</span> : <GrantWords grants={roles} />}
            </td>
            <td data-heading={words.headings.municipality}>
              {municipality === undefined ? none : where(municipality)}
            </td>
            <td data-heading={words.headings.state}>{active ? words.active : <b>{words.closed}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
