import { readLaw } from "#connectors/data-files/law.ts";
import { formatDay } from "#core/calendar/day.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import { computeIndicator as compute, type IndicatorResult } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Question } from "#core/indicators/question.ts";
import { faultsOfQuestion } from "#core/indicators/question-faults.ts";
import { seriesOf } from "#core/register/counting/windows.ts";
import { appendAudit } from "#store/audit.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";

/** What is asked of an indicator and a register. */
export type IndicatorRequest = Omit<Question, "law"> & {
  readonly indicator: string;
  /** A snapshot's id or name, or a folder of register files. */
  readonly register: string;
};

/**
 * Computes an indicator from a register. Asking for the persons behind the figures, or for small cells, leaves an audit
 * line.
 *
 * @throws BrokenInput when the register, the indicator or what is asked of them is unknown
 */
export async function computeIndicator(
  data: Data,
  { indicator: id, register: name, ...question }: IndicatorRequest,
  setting: RegisterSetting,
): Promise<IndicatorResult> {
  const indicator = getIndicator(data.indicators, id);
  const faults = faultsOfQuestion(indicator, question, data.vocabulary);
  if (faults.length > 0) throw new BrokenInput(faults);
  if (seriesOf(question.from, question.to, question.unit).length === 0) throw noPeriod();
  const register = await openRegister(name, setting);
  const law = readLaw(data.folders.data, data.vocabulary);
  const result = compute(indicator, register, { ...question, law });
  if (question.persons || question.full)
    await appendAudit(setting.folders.var, {
      at: setting.now,
      by: setting.by,
      action: question.persons ? "read-persons-behind-figure" : "read-small-cells",
      about: {
        indicator: id,
        snapshot: register.id,
        asOf: formatDay(result.asOf),
        by: [...(question.by ?? [])],
        where: Object.entries(question.where ?? {}).map(([dimension, code]) => `${dimension}=${code}`),
        rows: result.rows.length,
      },
    });
  return result;
}

function noPeriod() {
  return broken("wrong-use", {
    why: {
      da: "der er ingen hel periode af den slags fra den første måned til den sidste",
      en: "there is no whole period of that kind from the first month to the last",
    },
    hint: {
      da: "Lad --from være før --to, og giv et kvartal eller et år alle dets måneder.",
      en: "Let --from be before --to, and give a quarter or a year all of its months.",
    },
  });
}
