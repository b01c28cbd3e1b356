import { useMunicipalities } from "../frame/municipality-choice.tsx";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import type { Account } from "./answers.ts";
import { useAdministrationWords } from "./words.ts";

/** What was written of a user. */
export type Written = {
  readonly id: string;
  readonly account: Pick<Account, "name" | "language" | "municipality" | "email">;
  readonly active: boolean;
  readonly login: { readonly issuer: string; readonly subject: string } | undefined;
};

/** The details of a user; of a new one also the id and how the provider of sign-ins knows them. */
export function UserForm({
  account,
  isPending,
  error,
  told,
  onSave,
}: {
  readonly account?: Account;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly told: string | undefined;
  readonly onSave: (written: Written) => void;
}) {
  const all = useAdministrationWords();
  const words = all.user;
  const municipalities = useMunicipalities("write-users");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(readForm(event.currentTarget, account));
      }}
    >
      {account === undefined && (
        <Field name={words.id} hint={words.idHint} isWide>
          <input type="text" name="id" required pattern="[\p{L}\p{N}][\p{L}\p{N}@._ \-]{0,99}" />
        </Field>
      )}
      <Field name={words.name} isWide>
        <input type="text" name="name" required maxLength={200} defaultValue={account?.name} autoComplete="off" />
      </Field>
      <Field name={words.email} isWide>
        <input type="email" name="email" defaultValue={account?.email} autoComplete="off" />
      </Field>
      <div className="form-line">
        <Field name={words.home}>
          {/* The names of the municipalities come after the form. */}
          <select key={municipalities.length} name="municipality" defaultValue={account?.municipality ?? ""}>
            <option value="">{words.noHome}</option>
            {municipalities.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field name={words.language}>
          <select name="language" defaultValue={account?.language ?? "da"}>
            <option value="da">{words.languages.da}</option>
            <option value="en">{words.languages.en}</option>
          </select>
        </Field>
      </div>
      {account === undefined ? (
        <>
          <Field name={words.issuer} hint={words.issuerHint} isWide>
            <input type="text" name="issuer" />
          </Field>
          <Field name={words.subject} isWide>
            <input type="text" name="subject" />
          </Field>
        </>
      ) : (
        <label className="form-field-tick">
          <input type="checkbox" name="active" defaultChecked={account.active} />
          <span>
            {words.mayUse} <span className="quiet small">{words.closing}</span>
          </span>
        </label>
      )}
      <div className="row-of-buttons">
        <Button type="submit" weight="main" busy={isPending}>
          {account === undefined ? all.add : all.save}
        </Button>
        <span role="status">{told}</span>
      </div>
      <ProblemLine error={error} />
    </form>
  );
}

function readForm(form: HTMLFormElement, account: Account | undefined): Written {
  const [email, municipality, issuer, subject] = ["email", "municipality", "issuer", "subject"].map((name) =>
    writtenIn(form, name),
  );
  return {
    id: account?.id ?? writtenIn(form, "id"),
    account: {
      name: writtenIn(form, "name"),
      language: writtenIn(form, "language") === "en" ? "en" : "da",
      ...(email !== "" && { email }),
      ...(municipality !== "" && { municipality }),
    },
    active: writtenIn(form, "active") === "on",
    login: issuer === "" || subject === "" ? undefined : { issuer, subject },
  };
}
