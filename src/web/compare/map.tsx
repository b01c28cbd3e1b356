import { useMemo } from "react";
import type { TileFigure } from "#charts/tile-map.ts";
import { unitWords } from "#core/figures/unit.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Compared } from "./answers.ts";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** The municipalities of the group as tiles, where they lie. */
export function MapFigure({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useComparing();
  const { rows, own, unit, per, period, series } = compared;
  const measured = per === "inhabitants" ? words.perShare : unitWords[unit].name[language];
  const subtitle = [say(series.title), measured, wordsOfPeriod(period, language)].join(" · ");
  const highest = rows.flatMap(({ area, figure }) => (isAbsent(figure) ? [] : [{ area, value: figure.value }]));
  const named = highest.toSorted((a, b) => b.value - a.value).slice(0, 3);
  const title = words.mapTitle(named.map(({ area }) => say(area.label)));
  const figures = useMemo(
    () =>
      rows.map(({ area, isOwn, figure }): TileFigure => {
        const tile = { code: area.id, label: area.label[language], ...(isOwn && { own: true }) };
        return isAbsent(figure) ? { ...tile, missing: figure.missing } : { ...tile, value: figure.value };
      }),
    [rows, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const load = async () => {
      const { tileMap } = await import("#charts/tile-map.ts");
      return (canvas: Parameters<typeof tileMap>[1]) => tileMap({ title, subtitle, language, unit, figures }, canvas);
    };
    return [{ form: "map", load }];
  }, [figures, title, subtitle, language, unit]);
  const lines = rows.map(({ area, figure }) => ({
    id: area.id,
    label: say(area.label),
    points: [isAbsent(figure) ? { period, missing: figure.missing } : { period, value: figure.value }],
  }));
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.map === "table" ? "table" : "map"}
      onForm={(map) => change({ map: map === "map" ? undefined : map })}
      tabled={{ unit, language, lines }}
      marks={[words.mapSays(say(own.label))]}
    />
  );
}
