import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Line, Point } from "#charts/state.ts";
import { unitWords } from "#core/figures/unit.ts";
import type { RegisterEntry } from "../answers.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import type { ChartForm } from "../parts/chart-form.ts";
import { Problem } from "../parts/problem.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Indicator, ReconciledRow } from "./answers.ts";
import { reconciledQuery, vocabularyQuery } from "./queries.ts";
import { codeInWords } from "./where-words.ts";
import { useIndicatorWords } from "./words.ts";

/** The register's own figures beside the published ones, series by series, with the known causes of the difference. */
export function Reconciled({
  indicator,
  register,
}: {
  readonly indicator: Indicator;
  readonly register: RegisterEntry;
}) {
  const words = useIndicatorWords().exploring;
  const read = useQuery(reconciledQuery(indicator.id, register.id));
  const pairs = Object.entries(Object.groupBy(read.data?.rows ?? [], (row) => `${row.published.id} ${row.area}`));
  return (
    <section className="reconciled">
      <h2>{words.reconciled}</h2>
      {read.isError && <Problem error={read.error} retry={() => read.refetch()} />}
      {read.data !== undefined && pairs.length === 0 && <p className="quiet">{words.noReconciled}</p>}
      {pairs.map(([key, rows]) => rows !== undefined && <Pair key={key} indicator={indicator} rows={rows} />)}
    </section>
  );
}

function Pair({ indicator, rows }: { readonly indicator: Indicator; readonly rows: readonly ReconciledRow[] }) {
  const words = useIndicatorWords().exploring;
  const language = useLanguage();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const [form, setForm] = useState<ChartForm>("inARow");
  const { area, published } = rows[0];
  const last = rows.findLast(({ own, theirs }) => !isAbsent(own) && !isAbsent(theirs)) ?? rows[rows.length - 1];
  const unit = indicator.unit;
  const [own, theirs] = useMemo(
    () => [lineOf("own", words.own, rows, "own"), lineOf("theirs", words.theirs, rows, "theirs")] as const,
    [rows, words],
  );
  const title = isAbsent(last.own)
    ? words.notReconciled(written(last.own, language))
    : words.reconciledSays(
        written(last.own, language),
        written(last.theirs, language),
        wordsOfPeriod(last.period, language),
        last.difference === undefined ? "–" : differenceIn(last.difference, language),
      );
  const place = codeInWords("municipality", area, vocabulary, say);
  const source = [published.owner, published.table].filter(Boolean).join(", ");
  const subtitle = [say(indicator.name), unitWords[unit].name[language], place, source].join(" · ");
  const forms = useMemo((): readonly FormOfChart[] => {
    const frame = { title, subtitle, language, unit, fromZero: true };
    const load = async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      return (canvas: Parameters<typeof goalLines>[1]) => goalLines({ ...frame, own, others: [theirs] }, canvas);
    };
    return [{ form: "inARow", load }];
  }, [title, subtitle, language, unit, own, theirs]);
  const causes = [...new Map(rows.flatMap((row) => row.causes).map((cause) => [cause.da, cause])).values()];
  return (
    <>
      <ChartFigure
        words={{ title, subtitle, language }}
        forms={forms}
        form={form}
        onForm={setForm}
        tabled={{ unit, language, lines: [own, theirs] }}
      />
      <h3>{words.causes}</h3>
      {causes.length === 0 ? (
        <p>{words.noCauses}</p>
      ) : (
        <ul className="notes">
          {causes.map((cause) => (
            <li key={cause.da}>{say(cause)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function lineOf(id: string, label: string, rows: readonly ReconciledRow[], which: "own" | "theirs"): Line {
  const points = rows.map((row): Point => {
    const figure = row[which];
    return isAbsent(figure)
      ? { period: row.period, missing: figure.missing }
      : { period: row.period, value: figure.value };
  });
  return { id, label, points };
}

function differenceIn({ number, share }: NonNullable<ReconciledRow["difference"]>, language: "da" | "en"): string {
  const signed = written(number, language, { sign: true });
  return isAbsent(share) ? signed : `${signed}, ${written(share, language, { sign: true })}`;
}
