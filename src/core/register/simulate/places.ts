import { firstDay, type Month } from "../../calendar/month.ts";
import type { Random } from "../../stats/random.ts";
import { openMarket } from "./companies/market.ts";
import type { Model } from "./model/model.ts";
import type { OfferKind } from "./model/offers.ts";
import type { ActivationControl, OfferControl } from "./offers/control.ts";
import type { MunicipalitySize, Target } from "./parameters/targets.ts";
import type { Path } from "./stocks/path.ts";
import { pathMeeting, type StockPaths, stockPaths } from "./stocks/paths.ts";
import type { Place } from "./world.ts";

type Opening = {
  readonly model: Model;
  readonly municipalities: readonly string[];
  readonly months: { readonly from: Month; readonly count: number };
  readonly scale: number;
  readonly random: Random;
};

/** The municipalities before anybody lives in them: the paths of their stocks and offers, and their companies. */
export function openPlaces(opening: Opening): Place[] {
  const { model, municipalities, months, random } = opening;
  const paths = stockPaths(model.parameters, municipalities, months, random);
  const sizes = model.parameters.municipalities.municipalities;
  return sizes
    .filter(({ id }) => municipalities.includes(id))
    .map((size) => {
      const own = paths.get(size.id);
      if (own === undefined) throw new Error(`no stocks for ${size.id}`);
      return openPlace(opening, size, own);
    });
}

function openPlace({ model, months, scale, random }: Opening, size: MunicipalitySize, paths: StockPaths): Place {
  const { parameters, states } = model;
  const target = parameters.targets.targets.find(({ municipalities }) => municipalities.join() === size.id);
  const pathOf = (id: string): Path => {
    const planned = paths.get(id);
    if (planned === undefined) throw new Error(`no stock of ${id}`);
    return { from: planned.path.from, values: planned.path.values.map((value) => value * scale) };
  };
  const courses = { months, scale, target };
  return {
    code: size.id,
    people: size.people * scale,
    employment: size.employment,
    lists: states.all.map(() => []),
    stocks: states.support.map(({ id }) => ({
      path: pathOf(id),
      counts: paths.get(id)?.counts ?? "fullTime",
      bias: 0,
    })),
    offers: model.offers.map((kind) => offerControl(model, kind, courses, pathOf(states.wageSubsidy.id))),
    activation: activationOf(model, target, months),
    supplement: pathOf("supplement"),
    market: openMarket(parameters, size.id, size.people, scale, firstDay(months.from), random),
  };
}

type Courses = { readonly months: Opening["months"]; readonly scale: number; readonly target: Target | undefined };

/** Subsidised jobs share their state's path as a plan says, or as they are given out. */
function offerControl(model: Model, kind: OfferKind, courses: Courses, subsidised: Path): OfferControl {
  const { months, scale, target } = courses;
  const { spec } = kind;
  const [least, most] = spec.weeks;
  const control = { kind, active: 0, days: 3.5 * (least + most), bias: 0 };
  const printed = target?.offers.find(
    ({ types, sector }) => types.includes(spec.type) && (sector ?? spec.sector) === spec.sector,
  );
  if (printed !== undefined) {
    const running = pathMeeting(printed.values, months);
    return { ...control, running: { ...running, values: running.values.map((value) => value * scale) } };
  }
  if (spec.type !== model.states.wageSubsidy.id) return { ...control, running: undefined };
  const part = shareOf(kind, model.offers);
  return { ...control, running: { ...subsidised, values: subsidised.values.map((value) => value * part) } };
}

/** An offer's share of all of its type, as they are given out. */
function shareOf(kind: OfferKind, all: readonly OfferKind[]): number {
  const given = ({ given: shares }: OfferKind) => shares.reduce((sum, { share }) => sum + share, 0);
  const alike = all.filter(({ spec }) => spec.type === kind.spec.type);
  return given(kind) / alike.reduce((sum, one) => sum + given(one), 0);
}

function activationOf(model: Model, target: Target | undefined, months: Opening["months"]): ActivationControl[] {
  const { groups } = model.parameters.targets;
  const of = [...(groups.borgere ?? []), model.states.wageSubsidy.id].map((id) => model.states.get(id));
  return (target?.activation ?? []).map(({ types, values }) => ({ types, of, share: pathMeeting(values, months) }));
}
