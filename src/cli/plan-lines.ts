import type { CheckedPlan } from "#actions/check-plan.ts";
import { missingReasons } from "#core/figures/figure.ts";
import type { Weight } from "#core/plans/arithmetic/finding.ts";
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
export function isUnsettled({ kind }: { readonly kind: string }): boolean {
  return missingReasons.some((reason) => reason === kind);
}

/** What a check found: disagreements first, then goals that cannot be settled, accepted ones last and dim. */
export function findingLines(screen: Terminal, checked: CheckedPlan): void {
  const { line, paint, say, width } = screen;
  const [unsettled, arithmetic] = [
    checked.findings.filter(isUnsettled),
    checked.findings.filter((one) => !isUnsettled(one)),
  ];
  line(
    wrap(
      say(
        fill(summary, {
          ran: checked.ran,
          agreed: checked.agreed,
          wrong: arithmetic.length,
          unsettled: unsettled.length,
          unchecked: checked.unchecked.length,
        }),
      ),
      width,
      "",
    ),
  );
  for (const [heading, findings] of [
    [disagreements, arithmetic],
    [unsettledGoals, unsettled],
  ] as const) {
    if (findings.length === 0) continue;
    line(`\n${paint("bold", say(heading))}`);
    for (const { id, weight, message, source } of findings) {
      const errata = checked.accepted.findLast(({ finding }) => finding === id);
      const { mark, style } = marks[weight];
      const at =
        source === undefined
          ? ""
          : ` (${say({ da: "afsnit", en: "section" })} ${source.section}, ${say({ da: "linje", en: "line" })} ${source.lines})`;
      line(`${paint(errata === undefined ? style : "dim", mark)} ${wrap(`${say(message)}${at}`, width, "   ")}`);
      line(
        `   ${paint("dim", errata === undefined ? id : `${id} · ${say({ da: "accepteret", en: "accepted" })}: ${errata.reason}`)}`,
      );
    }
  }
}

const summary: Text = {
  da: "{ran} regnestykker er regnet efter, {agreed} stemmer, {wrong} gør ikke. {unsettled} forhold gør, at mål ikke kan afgøres, som de står. {unchecked} tal indgår i intet regnestykke.",
  en: "{ran} calculations were recomputed, {agreed} agree, {wrong} do not. {unsettled} points keep goals from being settled as written. {unchecked} figures stand in no calculation.",
};
const disagreements: Text = { da: "Tal, der ikke stemmer", en: "Figures that disagree" };
const unsettledGoals: Text = {
  da: "Mål, der ikke kan afgøres, som de står",
  en: "Goals that cannot be settled as written",
};
