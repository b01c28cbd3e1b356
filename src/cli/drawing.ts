import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { chartCsv, chartRows, csvText, wordsOfRow } from "#charts/chart-table.ts";
import { type GoalLines, goalLines } from "#charts/goal-lines.ts";
import { goalLinesOf, sparklineOf } from "#charts/of-goal.ts";
import { sparkline } from "#charts/sparkline.ts";
import { svgInline, svgText } from "#charts/svg-text.ts";
import { chartTitles } from "#core/reports/goal-page.ts";
import type { Drawing } from "#core/reports/publication.ts";
import { fill, say, type Text } from "#core/text/text.ts";

/** How wide charts are drawn for a wide and for a narrow page, in pixels. */
const widths = { wide: 720, narrow: 340, row: 150 };

/** Draws the charts of a publication on a document of its own. */
export function drawing(): Drawing {
  const { document } = new JSDOM("").window;
  return {
    sparkline: (row, { language }) => {
      const title = say(fill(courseOf, { goal: row.goal.title }), language);
      const state = sparklineOf(row, { title, language });
      return state && svgInline(sparkline(state, { document, width: widths.row }));
    },
    course: (page, part, publication) => {
      const { language, areaName } = publication;
      const own = part.lines.find(({ kind }) => kind === "own");
      if (own === undefined) return undefined;
      const words = { ...chartTitles(page, part, publication, own), language };
      const state = goalLinesOf(part, { ...words, areaName });
      if (state === undefined) return undefined;
      const wide = goalLines(state, { document, width: widths.wide });
      const narrow = goalLines(state, { document, width: widths.narrow });
      const tabled = tableOf(state);
      return {
        ...words,
        wide: svgInline(wide),
        narrow: svgInline(narrow),
        file: svgText(wide, words),
        rows: chartRows(tabled).map((row) => wordsOfRow(row, state.unit, language)),
        csv: chartCsv(tabled),
      };
    },
    csv: csvText,
    stylesheet: readFileSync(new URL("../charts/charts.css", import.meta.url), "utf8"),
  };
}

function tableOf({ own, spans, others = [], target, unit, language }: GoalLines) {
  const lines = [own, ...(spans === undefined ? [] : [spans]), ...others];
  return { unit, language, lines, ...(target && { target }) };
}

const courseOf: Text = { da: "Udviklingen i {goal}", en: "The course of {goal}" };
