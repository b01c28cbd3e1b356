import { writeFigure } from "#core/figures/write.ts";
import { Fact } from "../parts/fact.tsx";
import { FigureMark } from "../parts/figure-mark.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Compared } from "./answers.ts";
import { useCompareWords } from "./words.ts";

/** The own municipality: its level on one side, its place on the other, and what chance can do to either. */
export function PlaceFacts({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { rows, own, unit, good, median, country, series, per } = compared;
  const row = rows.find(({ isOwn }) => isOwn);
  const of = rows.filter(({ rank }) => rank !== undefined).length;
  const end = (value: number) => writeFigure({ value, unit }, language);
  if (row === undefined) return null;
  const { figure, interval, rank, ranks, isNoise, before } = row;
  const about = { what: `${say(series.title)}, ${say(own.label)}` };
  return (
    <section className="place">
      <h2>
        {words.facts}: {say(own.label)}
      </h2>
      <div className="place-halves">
        <div>
          <p className="small-title">{words.level}</p>
          <p className="figure-large">
            <FigureMark shown={figure} about={about} />
          </p>
          {per === "inhabitants" && <p className="quiet small">{words.perShare}</p>}
          <dl className="facts">
            {interval !== undefined && (
              <Fact name={words.interval}>{words.fromTo(end(interval.low), end(interval.high))}</Fact>
            )}
            <Fact name={words.middle}>{written(median, language)}</Fact>
            {!isAbsent(country) && <Fact name={words.whole}>{written(country, language)}</Fact>}
          </dl>
        </div>
        <div>
          <p className="small-title">{words.rank}</p>
          <p className="figure-large">{rank === undefined ? "–" : words.rankOf(rank, of)}</p>
          <dl className="facts">
            {ranks !== undefined && (
              <Fact name={words.ranks}>
                {words.ranksFromTo(ranks.low, ranks.high)}
                {isNoise && <span className="quiet"> ({words.noise})</span>}
              </Fact>
            )}
            {before !== undefined && (
              <Fact name={words.before}>{words.beforeSays(written(before.figure, language), before.rank)}</Fact>
            )}
          </dl>
        </div>
      </div>
      <p className="quiet small">{good === "none" ? words.mostFirst : words.bestFirst}</p>
    </section>
  );
}
