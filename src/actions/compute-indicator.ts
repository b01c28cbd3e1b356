import { readLaw } from "#connectors/data-files/law.ts";
import { formatDay } from "#core/calendar/day.ts";
import { computeIndicator as compute, type IndicatorResult } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Question } from "#core/indicators/question.ts";
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
