import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { addUser, changeUser } from "#api/users.ts";
import { call } from "../client.ts";
import { useReach } from "../frame/use-reach.ts";
import { Button } from "../parts/button.tsx";
import type { Account } from "./answers.ts";
import { usersQuery } from "./queries.ts";
import { Roles } from "./roles.tsx";
import { Sessions } from "./sessions.tsx";
import { UserForm, type Written } from "./user-form.tsx";
import { useAdministrationWords } from "./words.ts";

/** Somebody who is to be let in. */
export function NewUser({ onDone, onBack }: { readonly onDone: (id: string) => void; readonly onBack: () => void }) {
  const words = useAdministrationWords().users;
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: ({ id, login, account }: Written) =>
      call<typeof addUser>("POST", "/api/users", { body: { ...account, id, ...(login && { login }) } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries(usersQuery);
      onDone(id);
    },
  });
  return (
    <>
      <Back onBack={onBack} />
      <h2 className="section-title">{words.add}</h2>
      <UserForm
        isPending={adding.isPending}
        error={adding.error}
        told={undefined}
        onSave={(written) => adding.mutate(written)}
      />
    </>
  );
}

/** A user with roles and sessions: seen, and changed by who may. */
export function OneUser({
  id,
  account,
  onBack,
}: {
  readonly id: string;
  readonly account: Account | undefined;
  readonly onBack: () => void;
}) {
  const words = useAdministrationWords();
  const reaches = useReach();
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: ({ account: changed, active }: Written) =>
      call<typeof changeUser>("PUT", "/api/users/:user", { params: { user: id }, body: { ...changed, active } }),
    onSuccess: () =>
      Promise.all([queries.invalidateQueries(usersQuery), queries.invalidateQueries({ queryKey: ["sessions", id] })]),
  });
  if (account === undefined)
    return (
      <>
        <Back onBack={onBack} />
        <div className="empty">
          <p className="small-title">{words.users.unknown(id)}</p>
          <p>{words.users.unknownMend}</p>
        </div>
      </>
    );
  const mayWrite = reaches("write-users");
  return (
    <>
      <Back onBack={onBack} />
      <h2 className="section-title">{account.name}</h2>
      {!mayWrite && <p className="quiet">{words.user.readOnly}</p>}
      <div className="user-columns">
        {mayWrite && (
          <section>
            <h3>{words.user.facts}</h3>
            <UserForm
              account={account}
              isPending={changing.isPending}
              error={changing.error}
              told={changing.isSuccess ? words.saved : undefined}
              onSave={(written) => changing.mutate(written)}
            />
          </section>
        )}
        <Roles account={account} mayWrite={mayWrite} />
      </div>
      {reaches("end-sessions") && <Sessions user={id} />}
    </>
  );
}

function Back({ onBack }: { readonly onBack: () => void }) {
  const words = useAdministrationWords().users;
  return (
    <div>
      <Button weight="quiet" onClick={onBack}>
        ← {words.back}
      </Button>
    </div>
  );
}
