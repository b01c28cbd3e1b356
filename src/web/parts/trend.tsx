import { useCallback } from "react";
import { sparkline } from "#charts/sparkline.ts";
import type { Canvas } from "#charts/state.ts";
import type { Demand, GoalRow } from "../answers.ts";
import { useLanguage } from "../text/language.tsx";
import { chartPoints } from "./chart-points.ts";
import { Drawing } from "./drawing.tsx";

/** A course in a row of a table, with the line it is held against. */
export function Trend({
  points,
  demand,
  title,
}: {
  readonly points: GoalRow["trend"];
  readonly demand: Demand | undefined;
  readonly title: string;
}) {
  const language = useLanguage();
  const target = demand?.high ?? demand?.low ?? undefined;
  const draw = useCallback(
    ({ document, width }: Canvas) =>
      sparkline({ title, language, points: chartPoints(points), target }, { document, width, height: 24 }),
    [points, target, title, language],
  );
  return points.length === 0 ? null : <Drawing draw={draw} className="trend" />;
}
