import { join } from "node:path";
import { readLaw } from "#connectors/data-files/law.ts";
import { readChecked } from "#connectors/data-files/yaml.ts";
import { addDays, type Day } from "#core/calendar/day.ts";
import { monthOf } from "#core/calendar/month.ts";
import type { Period } from "#core/calendar/period.ts";
import { broken } from "#core/faults/fault.ts";
import { computeIndicator } from "#core/indicators/compute.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import { causeFile, type Reconciled, reconcile } from "#core/indicators/reconcile.ts";
import { areasOf, type Series } from "#core/indicators/series.ts";
import { registerSeries } from "#core/plans/register-series.ts";
import type { Register } from "#core/register/columns.ts";
import type { SeriesUnit } from "#core/register/counting/windows.ts";
import { municipalitiesOf } from "#core/register/municipalities.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";

/** Which register is laid beside which published series, and where. */
export type ReconcileRequest = { readonly register: string; readonly indicator?: string; readonly area?: string };

/**
 * Lays every published figure of an indicator that the register can compute beside the register's own, for the
 * municipalities the register has people in.
 *
 * @throws BrokenInput when the register, indicator or area is unknown
 */
export async function reconcileRegister(
  data: Data,
  request: ReconcileRequest,
  setting: RegisterSetting,
): Promise<Reconciled[]> {
  const { indicators } = data;
  if (request.indicator !== undefined && !indicators.has(request.indicator))
    throw broken("unknown-reference", {
      kind: { da: "indikator", en: "indicator" },
      id: request.indicator,
      hint: { da: "Se «pejl indicator list».", en: "See «pejl indicator list»." },
    });
  return reconcileOpened(data, await openRegister(request.register, setting), request);
}

/** As `reconcileRegister`, of a register that is open already. */
export function reconcileOpened(
  data: Data,
  register: Register,
  request: Omit<ReconcileRequest, "register">,
): Reconciled[] {
  const { indicators, vocabulary, folders } = data;
  const { causes } = readChecked(join(folders.data, "reconciliation", "causes.yaml"), causeFile);
  const wanted = request.area === undefined ? municipalitiesOf(register) : [getArea(vocabulary.areas, request.area).id];
  return data.series().flatMap((published) => {
    const indicator = indicators.get(published.indicator);
    if (indicator?.numerator === undefined || (request.indicator ?? indicator.id) !== indicator.id) return [];
    const areas = wanted.filter((area) => areasOf(published).includes(area));
    return areas.flatMap((area) =>
      reconcile(ownSeries(data, register, indicator, published, area), published, area, causes, register.simulated),
    );
  });
}

/** The register's own figures of what a series measures, at the steps of that series. */
function ownSeries(data: Data, register: Register, indicator: Indicator, published: Series, area: string): Series {
  const isParameter = (id: string) => !indicator.dimensions.includes(id);
  const pick = (keep: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(published.where).filter(([id]) => keep(id)));
  const periods = published.observations.filter((one) => one.area === area).map(({ period }) => period);
  const unit = stepOf(published, periods[0]);
  const need = {
    indicator,
    where: pick((id) => !isParameter(id)),
    parameters: pick(isParameter),
    areas: [area],
    units: [unit],
    from: monthOf(earliest(periods)),
    to: monthOf(addDays(latest(periods), -1)),
  };
  const law = readLaw(data.folders.data, data.vocabulary);
  const where = { ...need.where, municipality: area };
  const result = computeIndicator(indicator, register, { ...need, law, unit, where, full: true });
  return registerSeries(need, [result], register.name);
}

/** The step at which a register gives the periods of a series. */
function stepOf({ frequency }: Series, { kind }: Period): SeriesUnit {
  if (kind === "rolling") return "rolling12";
  return frequency === "year" || frequency === "quarter" ? frequency : "month";
}

function earliest(periods: readonly Period[]): Day {
  return periods.reduce((first, { from }) => (from < first ? from : first), periods[0].from);
}

function latest(periods: readonly Period[]): Day {
  return periods.reduce((last, { to }) => (to > last ? to : last), periods[0].to);
}
