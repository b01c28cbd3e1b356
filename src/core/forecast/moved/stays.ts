import { findNumber } from "../../register/dictionary.ts";
import { benefitDays, benefitOf, endsWhenRegistered } from "../../register/reading/benefits.ts";
import type { Reading } from "../../register/reading/reading.ts";
import { filter, type Stretches } from "../../register/stretches/list.ts";
import { joinAlike, spellRule } from "../../register/stretches/spells.ts";

/** The people of a stock: those on any of some benefits, paid by one municipality or by any. */
export type Stock = { readonly benefits: readonly string[]; readonly municipality?: string };

/** Days on the benefits of a stock, and the stays in it that they form. */
export type StockStays = { readonly days: Stretches; readonly stays: Stretches };

/**
 * The stays of people in a stock: days joined as those of a spell are, whichever of the benefits they are on, so that
 * whoever goes from one of them to another has not left. A stay's last day is the last with a benefit so far.
 */
export function stockStays(reading: Reading, { benefits, municipality }: Stock): StockStays {
  const { dictionaries } = reading.register;
  const wanted = new Set(benefits.flatMap((code) => findNumber(dictionaries.benefit, code) ?? []));
  const place = municipality === undefined ? undefined : findNumber(dictionaries.municipality, municipality);
  const isPlace = (at: number) => municipality === undefined || at === place;
  const codes = benefitOf(reading);
  const all = benefitDays(reading);
  const days = filter(all, (i) => wanted.has(codes[all.row[i]]) && isPlace(all.place[i]));
  const rule = spellRule(new Set(endsWhenRegistered(benefits) ? [ONE_KIND] : []));
  const stays = joinAlike(days, new Uint8Array(codes.length), { ...rule, isOver: () => true }, reading.asOf);
  return { days, stays };
}

/** All benefits of a stock are one kind. */
const ONE_KIND = 0;
