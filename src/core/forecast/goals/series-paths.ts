import type { Frequency } from "../../calendar/period.ts";
import { BrokenInput, faultMessage } from "../../faults/fault.ts";
import { isMissing } from "../../figures/figure.ts";
import { areasOf, type Series } from "../../indicators/series.ts";
import { chooseMethods } from "../series/choose.ts";
import { methodWords } from "../series/method.ts";
import { pastOf, pastText } from "../series/past.ts";
import { type Drawing, pathsFrom } from "../series/paths.ts";
import { plain } from "../series/scale.ts";
import { panelOf } from "../series/series-panel.ts";
import { trialsOf } from "../series/trials.ts";
import type { PathQuestion, PathSource, Paths } from "./paths.ts";

/** How many other areas a forecast learns from, those nearest in size: fewer by month, where each takes longer to fit. */
const PEERS: Readonly<Record<Frequency, number>> = { day: 0, month: 4, quarter: 11, half: 11, year: 11 };

/** How many ways are drawn: a chance is then known to within 1½ points. */
export const ordinaryDrawing: Drawing = { draws: 1000, seed: 1 };

/**
 * Forecasts of series from their own past, with the areas of the same kind that are nearest in size to tell how wild the
 * times are. What cannot be forecast says why: too short, or too far ahead.
 *
 * @param isPeer whether an area is of the kind that goals are set for
 */
export function seriesPaths(isPeer: (area: string) => boolean, drawing: Drawing = ordinaryDrawing): PathSource {
  return (question) => {
    try {
      return pathsOf(question, isPeer, drawing);
    } catch (error) {
      if (error instanceof BrokenInput) return faultMessage(error.faults[0]);
      throw error;
    }
  };
}

/** @throws BrokenInput as `panelOf` */
function pathsOf(question: PathQuestion, isPeer: (area: string) => boolean, drawing: Drawing): Paths {
  const { areas, periods, history, distanceTo } = question;
  const series = withPeers(question, isPeer);
  const last = history[history.length - 1].period;
  const { panel, periods: known } = panelOf(
    series,
    areas.join("+"),
    last,
    periods.length,
    distanceTo === undefined ? undefined : plain,
  );
  const all = trialsOf(panel, periods.length);
  const origin = known.length;
  // Of distances around 0 an error has no size in per cent.
  const past = distanceTo === undefined ? pastOf(panel, all, origin) : undefined;
  return {
    periods,
    ways: pathsFrom(panel, all, origin, drawing)(0),
    method: methodWords[chooseMethods(panel, all, origin)[0]],
    ...(past && { past: pastText(past, series.frequency) }),
  };
}

/** The history of the areas together, and those of the other areas nearest to it in the last period. */
function withPeers({ series, areas, history, distanceTo }: PathQuestion, isPeer: (area: string) => boolean): Series {
  const last = history[history.length - 1];
  const level = isMissing(last.value) ? 0 : last.value.value;
  const steps = series.observations.filter(({ period }) => period.kind === series.frequency);
  const near = areasOf(series)
    .filter((area) => isPeer(area) && !areas.includes(area) && area !== distanceTo)
    .flatMap((area) => {
      const then = steps.find((one) => one.area === area && one.period.to === last.period.to)?.value;
      return then === undefined || isMissing(then) ? [] : [{ area, away: Math.abs(then.value - level) }];
    })
    .toSorted((a, b) => a.away - b.away || (a.area < b.area ? -1 : 1))
    .slice(0, PEERS[series.frequency])
    .map(({ area }) => area);
  const peers = new Set(near);
  return { ...series, observations: [...history, ...steps.filter(({ area }) => peers.has(area))] };
}
