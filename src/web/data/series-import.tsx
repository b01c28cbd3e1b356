import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { importSeries } from "#api/data.ts";
import type { Answered } from "#api/endpoint.ts";
import { sendFiles } from "../client.ts";
import { MunicipalityChoice, useChosen, useMunicipalities } from "../frame/municipality-choice.tsx";
import { indicatorQuery, indicatorsQuery, vocabularyQuery } from "../indicators/queries.ts";
import { Button } from "../parts/button.tsx";
import { Field, writtenIn } from "../parts/field.tsx";
import { useLanguage, useSay } from "../text/language.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { spanInWords } from "./span-words.ts";
import { useDataWords } from "./words.ts";
import { Wrong } from "./wrong.tsx";

type Imported = Answered<typeof importSeries>;

/** A file of figures comes in as a series: for those who may. */
export function SeriesImport() {
  const words = useDataWords().seriesImport;
  return (
    <ImportDialog label={words.open} title={words.title}>
      {(close) => <Importing onClose={close} />}
    </ImportDialog>
  );
}

function Importing({ onClose }: { readonly onClose: () => void }) {
  const all = useDataWords();
  const words = all.seriesImport;
  const queries = useQueryClient();
  const [indicator, setIndicator] = useState("");
  const among = useMunicipalities("import-series");
  const [asked, setAsked] = useState<string>();
  const municipality = useChosen(among, asked);
  const sending = useMutation({
    mutationFn: (form: HTMLFormElement) => sendForm(form, municipality ?? ""),
    // Every figure of every plan can rest on it.
    onSuccess: () => queries.invalidateQueries(),
  });
  if (sending.data !== undefined) return <Outcome imported={sending.data} onClose={onClose} onMore={sending.reset} />;
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
        <IndicatorChoice chosen={indicator} onChoose={setIndicator} />
        <AreaField />
      </div>
      {indicator !== "" && <Narrowing key={indicator} indicator={indicator} />}
      <details open={sending.isError || undefined}>
        <summary>{words.more}</summary>
        <div className="form-line">
          <Field name={words.column} hint={words.columnHint}>
            <input type="text" name="column" autoComplete="off" />
          </Field>
          <Field name={words.rows} hint={words.rowsHint}>
            <input type="text" name="rows" autoComplete="off" />
          </Field>
          <Field name={words.worksheet}>
            <input type="text" name="worksheet" autoComplete="off" />
          </Field>
          <Field name={words.numbers}>
            <select name="numbers" defaultValue="">
              <option value="">{words.asFile}</option>
              <option value="da">1.234,5</option>
              <option value="en">1,234.5</option>
            </select>
          </Field>
          <Field name={words.shares}>
            <select name="shares" defaultValue="">
              <option value="">{words.asFile}</option>
              <option value="percent">11,4</option>
              <option value="fraction">0,114</option>
            </select>
          </Field>
          <Field name={words.owner}>
            <input type="text" name="owner" autoComplete="off" />
          </Field>
          <Field name={words.table}>
            <input type="text" name="table" autoComplete="off" />
          </Field>
          {among.length > 1 && (
            <MunicipalityChoice label={words.municipality} among={among} chosen={municipality} onChoose={setAsked} />
          )}
        </div>
      </details>
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

const said = ["indicator", "area", "column", "rows", "worksheet", "numbers", "shares", "owner", "table"] as const;

function sendForm(form: HTMLFormElement, municipality: string): Promise<Imported> {
  const file = new FormData(form).get("file");
  const choices = said.flatMap((name) => {
    const value = writtenIn(form, name);
    return value === "" ? [] : [[name, value] as const];
  });
  const where = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-dimension]")]
    .filter(({ value }) => value.trim() !== "")
    .map(({ value, dataset }) => `${dataset.dimension}:${value.trim()}`);
  const query = {
    ...{ municipality, indicator: writtenIn(form, "indicator") },
    ...Object.fromEntries(choices),
    ...(where.length > 0 && { where: where.join(",") }),
  };
  const nowhere = { onProgress: () => undefined, signal: new AbortController().signal };
  return sendFiles<typeof importSeries>("/api/series", query, file instanceof File ? [file] : [], nowhere);
}

function IndicatorChoice({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (id: string) => void }) {
  const words = useDataWords().seriesImport;
  const language = useLanguage();
  const say = useSay();
  const indicators = useQuery(indicatorsQuery).data?.indicators ?? [];
  return (
    <Field name={words.indicator} hint={words.indicatorHint}>
      <select name="indicator" required value={chosen} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words.choose}</option>
        {indicators
          .map(({ id, name }) => ({ id, name: say(name) }))
          .toSorted((a, b) => a.name.localeCompare(b.name, language))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </Field>
  );
}

function AreaField() {
  const words = useDataWords().seriesImport;
  const say = useSay();
  const list = useId();
  const areas = useQuery(vocabularyQuery).data?.areas ?? [];
  return (
    <Field name={words.area} hint={words.areaHint}>
      <input type="text" name="area" list={list} autoComplete="off" />
      <datalist id={list}>
        {areas.map(({ id, label }) => (
          <option key={id} value={say(label)} />
        ))}
      </datalist>
    </Field>
  );
}

/** What the figures are narrowed to, a field for each dimension of the indicator. */
function Narrowing({ indicator }: { readonly indicator: string }) {
  const words = useDataWords().seriesImport;
  const say = useSay();
  const dimensions = useQuery(indicatorQuery(indicator)).data?.dimensions ?? [];
  const known = useQuery(vocabularyQuery).data?.dimensions ?? [];
  if (dimensions.length === 0) return null;
  return (
    <fieldset className="form-line narrowing">
      <legend className="small-title">{words.narrowed}</legend>
      {dimensions.map(({ id, label }) => {
        const codes = known.find((one) => one.id === id)?.codes ?? [];
        return (
          <Field key={id} name={say(label)}>
            {codes.length === 0 ? (
              <input type="text" data-dimension={id} autoComplete="off" />
            ) : (
              <select data-dimension={id} defaultValue="">
                <option value="">{words.everyone}</option>
                {codes.map((code) => (
                  <option key={code.id} value={code.id}>
                    {say(code.label)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}

function Outcome({
  imported: { series, title, vintage, figures, first, last, areas },
  onClose,
  onMore,
}: {
  readonly imported: Imported;
  readonly onClose: () => void;
  readonly onMore: () => void;
}) {
  const { seriesImport: words, sources } = useDataWords();
  const language = useLanguage();
  const say = useSay();
  const { plan = "" } = useParams({ strict: false });
  return (
    <div className="stack">
      <p role="status">
        {words.done(say(title), figures, areas, spanInWords(first, last, language, sources))} {words.kept(vintage)}
      </p>
      <div className="row-of-buttons">
        <Link to="/plans/$plan/data/series/$series" params={{ plan, series }} onClick={onClose}>
          {words.see}
        </Link>
        <Button onClick={onMore}>{words.another}</Button>
      </div>
    </div>
  );
}
