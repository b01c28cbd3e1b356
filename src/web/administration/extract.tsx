import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { extractAudit } from "#api/audit.ts";
import type { Answered } from "#api/endpoint.ts";
import { mentionsCpr } from "#core/register/cpr.ts";
import { call } from "../client.ts";
import { MunicipalityChoice, useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { Button } from "../parts/button.tsx";
import { Field, ProblemLine, writtenIn } from "../parts/field.tsx";
import { saveFile } from "../parts/save.ts";
import { useLanguage, useSay, wordsOfMoment } from "../text/language.tsx";
import { useAdministrationWords } from "./words.ts";

/** What a citizen can ask to be told: every look at their data, when and why. */
export function Extract() {
  const all = useAdministrationWords();
  const words = all.audit;
  const among = useMunicipalities("extract-audit");
  const [asked, setAsked] = useState<string>();
  const [isCpr, setCpr] = useState(false);
  const municipality = useChosen(among, asked);
  const extracting = useMutation({
    mutationFn: (person: string) =>
      call<typeof extractAudit>("GET", "/api/audit/extract", { query: { person, municipality: municipality ?? "" } }),
  });
  return (
    <section className="stack">
      <h2>{words.extract}</h2>
      <p className="small">{words.extractWhy}</p>
      <form
        className="form-line"
        onSubmit={(event) => {
          event.preventDefault();
          const person = writtenIn(event.currentTarget, "person");
          setCpr(mentionsCpr(person));
          if (!mentionsCpr(person)) extracting.mutate(person);
        }}
      >
        <MunicipalityChoice label={all.municipality} among={among} chosen={municipality} onChoose={setAsked} />
        <Field name={words.person} hint={words.personHint}>
          <input type="text" name="person" required autoComplete="off" />
        </Field>
        <Button type="submit" busy={extracting.isPending}>
          {words.extractDo}
        </Button>
      </form>
      {isCpr && (
        <p className="problem-line" role="alert">
          {words.cpr}
        </p>
      )}
      <ProblemLine error={extracting.error} />
      <div role="status">
        {extracting.data !== undefined && <Lines lines={extracting.data.lines} person={extracting.variables} />}
      </div>
    </section>
  );
}

type Line = Answered<typeof extractAudit>["lines"][number];

function Lines({ lines, person }: { readonly lines: readonly Line[]; readonly person: string }) {
  const words = useAdministrationWords().audit;
  const language = useLanguage();
  const say = useSay();
  if (lines.length === 0) return <p>{words.extractNone}</p>;
  const rows = lines.map(({ at, says }) => [wordsOfMoment(at, language), say(says)] as const);
  const save = () => {
    const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n");
    // Excel reads the letters right when the file begins with this mark.
    saveFile(`log-${person}.csv`, `\uFEFF${csv}\r\n`, "text/csv;charset=utf-8");
  };
  return (
    <div className="stack">
      <p>{words.extractShown(lines.length)}</p>
      <dl className="extract">
        {rows.map(([at, says], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two looks may come in one minute
          <div key={index}>
            <dt>{at}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onClick={save}>{words.extractSave}</Button>
      </div>
    </div>
  );
}
