import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { missingWords } from "#core/figures/figure.ts";
import { unitWords } from "#core/figures/unit.ts";
import type { RegisterEntry } from "../answers.ts";
import { sourceOfRegister } from "../frame/registers.ts";
import { useBasis } from "../frame/use-basis.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Explored, Indicator } from "./answers.ts";
import { ExploreControls } from "./explore-controls.tsx";
import { ExploredFigure } from "./explored-figure.tsx";
import { linesOf, type Row } from "./explored-lines.ts";
import { FigureRows } from "./figure-rows.tsx";
import { figuresQuery, vocabularyQuery } from "./queries.ts";
import { Reconciled } from "./reconciled.tsx";
import { askedOf } from "./source.ts";
import { useExploring } from "./use-exploring.ts";
import { codeInWords, whereInWords } from "./where-words.ts";
import { useIndicatorWords } from "./words.ts";

/** An indicator computed from a register: what is asked, its chart, its figures, and the published ones beside. */
export function ExploreRegister({
  indicator,
  register,
}: {
  readonly indicator: Indicator;
  readonly register: RegisterEntry;
}) {
  const words = useIndicatorWords().exploring;
  const { view, change } = useExploring();
  const asked = askedOf(register, view);
  const figures = useQuery(figuresQuery(indicator.id, asked));
  const followed = useBasis()?.register;
  return (
    <>
      {register.simulated && followed?.simulated !== true && (
        <p className="band band-simulated inside">{words.simulated}</p>
      )}
      <ExploreControls indicator={indicator} asked={asked} view={view} change={change} />
      {figures.isPending ? (
        <PageShape rows={6} />
      ) : figures.isError ? (
        <Problem error={figures.error} retry={() => figures.refetch()} />
      ) : (
        <div aria-busy={figures.isPlaceholderData} className="explored">
          <Answer indicator={indicator} explored={figures.data} register={register} />
        </div>
      )}
      {indicator.series.length > 0 && <Reconciled indicator={indicator} register={register} />}
    </>
  );
}

function Answer({
  indicator,
  explored,
  register,
}: {
  readonly indicator: Indicator;
  readonly explored: Explored;
  readonly register: RegisterEntry;
}) {
  const words = useIndicatorWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useExploring();
  const vocabulary = useQuery(vocabularyQuery).data;
  const { rows, unit, addsUp, asOf } = explored;
  const by = view.by ?? [];
  const nameOf = useMemo(
    () => (codes: Row["codes"]) =>
      Object.entries(codes)
        .map(([dimension, code]) => codeInWords(dimension, code, vocabulary, say))
        .join(", ") || words.total,
    [vocabulary, say, words],
  );
  const lines = useMemo(() => linesOf(rows, nameOf), [rows, nameOf]);
  const withheld = rows.filter(({ figure }) => isAbsent(figure) && figure.missing === "withheld").length;
  const reason = rows
    .map(({ figure }) => (isAbsent(figure) ? figure.missing : undefined))
    .find((one) => one !== undefined);
  if (rows.every(({ figure }) => isAbsent(figure)))
    return (
      <div className="empty">
        <p className="small-title">{words.exploring.noFigures}</p>
        {reason !== undefined && <p>{words.exploring.why(missingWords[reason][language])}</p>}
        <p>{words.exploring.noFiguresMend}</p>
      </div>
    );
  const filter = whereInWords(Object.fromEntries((view.where ?? []).map(pairOf)), vocabulary, say);
  const whose = register.municipalities.map((code) => codeInWords("municipality", code, vocabulary, say)).join(", ");
  const subtitle = [say(indicator.name), unitWords[unit].name[language], whose, filter]
    .filter((part, at, all) => part !== "" && part.toLowerCase() !== all[at - 1]?.toLowerCase())
    .join(" · ");
  const labelOf = (id: string) => say(indicator.dimensions.find((one) => one.id === id)?.label ?? { da: id, en: id });
  const notes = [
    words.exploring.asOf(wordsOfDay(asOf, language)),
    ...(withheld > 0 ? [words.exploring.withheld(withheld)] : []),
    ...by.filter((id) => !addsUp.includes(id)).map((id) => words.exploring.notSum(labelOf(id))),
  ];
  return (
    <>
      <ExploredFigure
        lines={lines}
        unit={unit}
        subtitle={subtitle}
        addsUp={by.every((id) => addsUp.includes(id))}
        notes={notes}
        about={{
          definition: `${say(indicator.name)}: ${say(indicator.definition)}`,
          sources: [sourceOfRegister(register, asOf)],
        }}
        form={view.chart}
        onForm={(chart) => change({ chart })}
      />
      <FigureRows rows={rows} nameOf={nameOf} isBroken={by.length > 0} />
    </>
  );
}

function pairOf(pair: string): [string, string] {
  return [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)];
}
