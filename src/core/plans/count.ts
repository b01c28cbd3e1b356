import { fill, type Text } from "../text/text.ts";
import type { Plan } from "./format/plan.ts";

/** What a plan holds, counted in a sentence. */
export function counted(plan: Plan): Text {
  const cells = plan.tables
    .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    .filter((cell) => cell !== undefined);
  return fill(
    {
      da: "{goals} mål ({binding} løfter og forventninger, {intentions} hensigter), {efforts} indsatser, {principles} principper, {expectations} forventninger til serier, {tables} tabeller med {cells} tal, {statements} tal i teksten.",
      en: "{goals} goals ({binding} promises and expectations, {intentions} intentions), {efforts} efforts, {principles} principles, {expectations} expected series, {tables} tables with {cells} figures, {statements} figures in the text.",
    },
    {
      goals: plan.goals.length,
      binding: plan.goals.filter(isBinding).length,
      intentions: plan.goals.filter((goal) => !isBinding(goal)).length,
      efforts: plan.efforts.length,
      principles: plan.principles.length,
      expectations: plan.expectations.length,
      tables: plan.tables.length,
      cells: cells.length,
      statements: plan.statements.length,
    },
  );
}

/** Whether a goal is a promise or an expectation: those are counted in an overview. */
export function isBinding({ force, level }: Plan["goals"][number]): boolean {
  return force !== "intention" && level !== "none-set";
}
