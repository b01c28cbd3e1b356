import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { importBenchmark } from "#api/compare.ts";
import { sendFiles } from "../client.ts";
import { ImportDialog } from "../data/import-dialog.tsx";
import { Wrong } from "../data/wrong.tsx";
import { useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { Button } from "../parts/button.tsx";
import { Field, writtenIn } from "../parts/field.tsx";
import { useLanguage, wordsOfPeriod } from "../text/language.tsx";
import { useCompareWords } from "./words.ts";

/** Newer figures of the benchmark come in as a file: for those who may. */
export function BenchmarkImport() {
  const words = useCompareWords().importing;
  return (
    <ImportDialog label={words.open} title={words.title}>
      {(close) => <Importing onClose={close} />}
    </ImportDialog>
  );
}

function Importing({ onClose }: { readonly onClose: () => void }) {
  const words = useCompareWords().importing;
  const language = useLanguage();
  const queries = useQueryClient();
  const municipality = useChosen(useMunicipalities("import-series"), undefined);
  const sending = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const file = new FormData(form).get("file");
      const [owner, table] = [writtenIn(form, "owner"), writtenIn(form, "table")];
      const query = {
        municipality: municipality ?? "",
        ...(owner !== "" && { owner }),
        ...(table !== "" && { table }),
      };
      const nowhere = { onProgress: () => undefined, signal: new AbortController().signal };
      const files = file instanceof File ? [file] : [];
      return sendFiles<typeof importBenchmark>("/api/compare/benchmark", query, files, nowhere);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  if (sending.data !== undefined) {
    const { municipalities, first, last } = sending.data;
    return (
      <div className="stack">
        <p role="status">{words.done(municipalities, wordsOfPeriod(first, language), wordsOfPeriod(last, language))}</p>
        <div className="row-of-buttons">
          <Button onClick={onClose}>{words.close}</Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(event.currentTarget);
      }}
    >
      <p className="quiet small">{words.why}</p>
      <Field name={words.file} hint={words.fileHint} isWide>
        <input type="file" name="file" required accept=".csv,.txt,.tsv,.xlsx" />
      </Field>
      <div className="form-line">
        <Field name={words.owner}>
          <input
            type="text"
            name="owner"
            autoComplete="off"
            defaultValue="Styrelsen for Arbejdsmarked og Rekruttering, Jobindsats"
          />
        </Field>
        <Field name={words.table}>
          <input type="text" name="table" autoComplete="off" placeholder="Y30R21" />
        </Field>
      </div>
      <div className="row-of-buttons">
        <Button type="submit" weight="main" busy={sending.isPending} disabled={municipality === undefined}>
          {words.send}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {words.leave}
        </Button>
      </div>
      {sending.isError && <Wrong error={sending.error} />}
    </form>
  );
}
