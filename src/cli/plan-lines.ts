import type { CheckedPlan } from "#actions/check-plan.ts";
import type { Finding, Weight } from "#core/plans/arithmetic/finding.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { fill, type Text } from "#core/text/text.ts";
import { type Style, type Terminal, wrap } from "./terminal.ts";

/** The name of a plan, whose it is and for when. */
export function planHeading({ line, paint, say }: Terminal, plan: Plan): void {
  line(`${paint("bold", say(plan.title))} · ${plan.organisation} · ${plan.period.id} ${paint("dim", plan.id)}`);
}

const marks: Readonly<Record<Weight, { readonly mark: string; readonly style: Style }>> = {
  high: { mark: "!!", style: "red" },
  medium: { mark: "! ", style: "yellow" },
  low: { mark: "· ", style: "dim" },
};

/** Whether a finding says that a goal cannot be settled, rather than that figures disagree. */
export function isUnsettled({ goal }: Finding): boolean {
  return goal !== undefined;
}

/** What a check found: disagreements, each with both figures; then goals that cannot be settled, each with what is missing. */
export function findingLines(screen: Terminal, checked: CheckedPlan): void {
  const { line, paint, say, width } = screen;
  const arithmetic = checked.findings.filter((one) => !isUnsettled(one));
  const unsettled = checked.findings.filter(isUnsettled);
  const numbers = {
    ran: checked.ran,
    agreed: checked.agreed,
    wrong: arithmetic.length,
    unchecked: checked.unchecked.length,
  };
  line(wrap(say(fill(summary, { ...numbers, goals: new Set(unsettled.map(({ goal }) => goal)).size })), width, ""));
  if (arithmetic.length > 0) line(`\n${paint("bold", say(disagreements))}`);
  for (const finding of arithmetic) {
    line(
      `${marked(screen, checked, finding)} ${wrap(`${say(finding.message)}${placeOf(screen, finding)}`, width, "   ")}`,
    );
    line(`   ${paint("dim", named(screen, checked, finding))}`);
  }
  if (unsettled.length > 0) line(`\n${paint("bold", say(unsettledGoals))}`);
  for (const goal of new Set(unsettled.map(({ goal }) => goal))) {
    const lacks = unsettled.filter((one) => one.goal === goal);
    const title = checked.plan.goals.find(({ id }) => id === goal)?.title;
    line(
      `${marked(screen, checked, lacks[0])} ${title === undefined ? "" : say(title)} ${paint("dim", goal ?? "")}${placeOf(screen, lacks[0])}`,
    );
    for (const one of lacks) line(`   ${wrap(`– ${say(one.message)}`, width, "     ")}`);
  }
}

function errataOf({ accepted }: CheckedPlan, { id }: Finding) {
  return accepted.findLast(({ finding }) => finding === id);
}

function marked({ paint }: Terminal, checked: CheckedPlan, finding: Finding): string {
  const { mark, style } = marks[finding.weight];
  return paint(errataOf(checked, finding) === undefined ? style : "dim", mark);
}

/** The finding's id, by which it can be accepted; and why it was, if it was. */
function named({ say }: Terminal, checked: CheckedPlan, finding: Finding): string {
  const errata = errataOf(checked, finding);
  return errata === undefined
    ? finding.id
    : `${finding.id} · ${say({ da: "accepteret", en: "accepted" })}: ${errata.reason}`;
}

function placeOf({ say }: Terminal, { source }: Finding): string {
  return source === undefined ? "" : ` (${say(fill(place, { section: source.section, lines: source.lines }))})`;
}

const place: Text = { da: "afsnit {section}, linje {lines}", en: "section {section}, line {lines}" };
const summary: Text = {
  da: "{ran} regnestykker er regnet efter, {agreed} stemmer, {wrong} gør ikke. {goals} mål kan ikke afgøres, som de står. {unchecked} tal indgår i intet regnestykke.",
  en: "{ran} calculations were recomputed, {agreed} agree, {wrong} do not. {goals} goals cannot be settled as written. {unchecked} figures stand in no calculation.",
};
const disagreements: Text = { da: "Tal, der ikke stemmer", en: "Figures that disagree" };
const unsettledGoals: Text = {
  da: "Mål, der ikke kan afgøres, som de står",
  en: "Goals that cannot be settled as written",
};
