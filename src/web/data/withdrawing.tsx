import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { withdrawSnapshot } from "#api/data.ts";
import { call } from "../client.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import type { Snapshot } from "./answers.ts";
import { useDataWords } from "./words.ts";

/** Withdraws a register for a reason that is kept. */
export function Withdrawing({ one: { id, name } }: { readonly one: Snapshot }) {
  const words = useDataWords().snapshots;
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const withdrawing = useMutation({
    mutationFn: ({ reason, erase }: { reason: string; erase: boolean }) =>
      call<typeof withdrawSnapshot>("POST", "/api/registers/:register/withdrawal", {
        params: { register: id },
        body: { erase },
        reason,
      }),
    // Plans were followed on it.
    onSuccess: () => {
      setOpen(false);
      return queries.invalidateQueries();
    },
  });
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{words.withdraw} …</Button>
      <Dialog title={words.withdrawTitle(name)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{words.withdrawWhy}</p>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            withdrawing.mutate({ reason: writtenIn(form, "reason"), erase: writtenIn(form, "erase") === "on" });
          }}
        >
          <Field name={words.reason} hint={words.reasonHint} isWide>
            <textarea name="reason" rows={2} required />
          </Field>
          <label className="form-field-tick">
            <input type="checkbox" name="erase" />
            <span>
              {words.erase} <span className="quiet small">{words.eraseWhy}</span>
            </span>
          </label>
          <Button type="submit" weight="main" busy={withdrawing.isPending}>
            {words.yes}
          </Button>
          <ProblemLine error={withdrawing.error} />
        </form>
      </Dialog>
    </div>
  );
}
