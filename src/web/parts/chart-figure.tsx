import { Skeleton } from "@navikt/ds-react/Skeleton";
import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import { chartCsv, type Tabled } from "#charts/chart-table.ts";
import type { Canvas, ChartWords } from "#charts/state.ts";
import { svgText } from "#charts/svg-text.ts";
import { useWords } from "../text/language.tsx";
import { AboutFigures, type FiguresAbout } from "./about-figures.tsx";
import type { ChartForm } from "./chart-form.ts";
import { ChartTable } from "./chart-table.tsx";
import { Drawing } from "./drawing.tsx";
import { DownloadIcon } from "./icons.ts";
import { Menu, MenuItem } from "./menu.tsx";
import { fileName, pngOf, saveFile } from "./save.ts";
import { Segments } from "./segments.tsx";
import "./chart-figure.css";

export type Draw = (canvas: Canvas) => SVGSVGElement;

/** A way to draw the figures: the drawing is fetched when it is asked for. */
export type FormOfChart = { readonly form: ChartForm; readonly load: () => Promise<Draw> };

/**
 * A chart with all that belongs to one: the finding as its title, what it shows, its forms, the table behind it, what its
 * marks mean, and the download as picture or figures.
 */
export function ChartFigure({
  words,
  forms,
  form,
  onForm,
  tabled,
  table,
  about,
  marks = [],
}: {
  readonly words: ChartWords;
  readonly forms: readonly FormOfChart[];
  readonly form: ChartForm;
  readonly onForm: (form: ChartForm) => void;
  readonly tabled: Tabled;
  /** A table that says more than the figures drawn. */
  readonly table?: ReactNode;
  /** What the figures mean and where they come from, a press away. */
  readonly about?: FiguresAbout;
  readonly marks?: readonly ReactNode[];
}) {
  const { chart } = useWords();
  const id = useId();
  const { draw, failed } = useDraw(forms.find((one) => one.form === form) ?? forms[0], form === "table");
  const choices: readonly ChartForm[] = [...forms.map((one) => one.form), "table"];
  return (
    <figure className="chart-figure" aria-labelledby={id}>
      <div className="chart-head">
        <div>
          <h2 id={id}>{words.title}</h2>
          {(words.subtitle !== undefined || about !== undefined) && (
            <p className="quiet small">
              {words.subtitle}
              {words.subtitle !== undefined && about !== undefined && " · "}
              {about !== undefined && <AboutFigures about={about} />}
            </p>
          )}
        </div>
        <div className="chart-tools no-print">
          <Segments
            label={chart.view}
            options={choices.map((value) => ({ value, label: chart[value] }))}
            chosen={form}
            onChoose={onForm}
          />
          <Download words={words} draw={draw} tabled={tabled} />
        </div>
      </div>
      {form === "table" || failed ? (
        (table ?? <ChartTable tabled={tabled} title={words.title} />)
      ) : draw === undefined ? (
        <Skeleton variant="rectangle" width="100%" height={320} />
      ) : (
        <Drawing draw={draw} />
      )}
      {marks.length > 0 && (
        <figcaption className="quiet small">
          {marks.map((mark, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a chart stand still
            <p key={at}>{mark}</p>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

function Download({
  words,
  draw,
  tabled,
}: {
  readonly words: ChartWords;
  readonly draw: Draw | undefined;
  readonly tabled: Tabled;
}) {
  const { chart } = useWords();
  const name = fileName(words.subtitle ?? words.title);
  const picture = () => (draw === undefined ? undefined : svgText(draw({ document, width: 900 }), words));
  const saveSvg = () => {
    const svg = picture();
    if (svg !== undefined) saveFile(`${name}.svg`, svg, "image/svg+xml");
  };
  const savePng = async () => {
    const svg = picture();
    if (svg !== undefined) saveFile(`${name}.png`, await pngOf(svg), "image/png");
  };
  return (
    <Menu
      label={
        <>
          <DownloadIcon aria-hidden /> {chart.download}
        </>
      }
    >
      {draw !== undefined && <MenuItem onSelect={saveSvg}>{chart.svg}</MenuItem>}
      {draw !== undefined && <MenuItem onSelect={savePng}>{chart.png}</MenuItem>}
      <MenuItem onSelect={() => saveFile(`${name}.csv`, chartCsv(tabled), "text/csv;charset=utf-8")}>
        {chart.csv}
      </MenuItem>
    </Menu>
  );
}

/** The drawing of a form, once it is here; without it, the table says the same. */
function useDraw(chosen: FormOfChart | undefined, isTable: boolean) {
  const load = isTable ? undefined : chosen?.load;
  const [loaded, setLoaded] = useState<{ readonly of: FormOfChart["load"]; readonly draw: Draw | undefined }>();
  useEffect(() => {
    if (load === undefined) return;
    let isWanted = true;
    const take = (draw: Draw | undefined) => isWanted && setLoaded({ of: load, draw });
    load().then(take, () => take(undefined));
    return () => {
      isWanted = false;
    };
  }, [load]);
  return useMemo(() => {
    const isHere = loaded !== undefined && loaded.of === load;
    return { draw: isHere ? loaded.draw : undefined, failed: isHere && loaded.draw === undefined };
  }, [loaded, load]);
}
