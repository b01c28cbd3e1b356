import { useMutation } from "@tanstack/react-query";
import type { verifyAudit } from "#api/audit.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { useSay } from "../text/language.tsx";
import { useAdministrationWords } from "./words.ts";

type Noted = { readonly number?: number; readonly seal?: string };

/** Whether anybody deleted, altered or moved a line of the log; held against a noted seal, also whether it was cut off. */
export function Verify() {
  const words = useAdministrationWords().audit;
  const say = useSay();
  const verifying = useMutation({
    mutationFn: (noted: Noted) => call<typeof verifyAudit>("GET", "/api/audit/verify", { query: noted }),
  });
  const found = verifying.data;
  return (
    <section className="stack">
      <h2>{words.verify}</h2>
      <p className="small">{words.verifyWhy}</p>
      <div>
        <Button busy={verifying.isPending} onClick={() => verifying.mutate({})}>
          {words.verifyNow}
        </Button>
      </div>
      <div role="status" className="stack">
        {found !== undefined && (
          <p className="verdict found" data-verdict={found.whole ? "met" : "not-met"}>
            <span className="verdict-shape" aria-hidden>
              {found.whole ? "●" : "▼"}
            </span>
            <b>{say(found.says)}</b>
          </p>
        )}
        {found?.seal !== undefined && (
          <p className="small">
            {words.seal}: <code className="seal">{found.seal}</code>
            <span className="quiet table-line">{words.sealWhy}</span>
          </p>
        )}
      </div>
      <ProblemLine error={verifying.error} />
      <details>
        <summary>{words.noted}</summary>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            verifying.mutate({ number: Number(writtenIn(form, "number")), seal: writtenIn(form, "seal") });
          }}
        >
          <Field name={words.number}>
            <input type="text" name="number" inputMode="numeric" pattern="\d+" required size={10} />
          </Field>
          <Field name={words.seal} isWide>
            <input type="text" name="seal" minLength={64} maxLength={64} required />
          </Field>
          <Button type="submit">{words.verifyNow}</Button>
        </form>
      </details>
    </section>
  );
}
