import { addDays } from "../../../calendar/day.ts";
import { yearOf } from "../../../calendar/month.ts";
import { isSeenOn } from "../lives/ledger.ts";
import { stockOf } from "../stocks/fill.ts";
import type { Place, World } from "../world.ts";

/** The price level that the parameters are in. */
const PRICE_YEAR = 2018;

/** Books what the benefits of the month have cost, in all, and what it costs to run the employment service. */
export function bookCosts(world: World, place: Place): void {
  const { model, now, write } = world;
  const { benefits, growth, operation } = model.parameters.contacts.costs;
  const date = addDays(now.end, -1);
  if (!isSeenOn(world, date)) return;
  const level = (1 + growth) ** (yearOf(now.month) - PRICE_YEAR);
  let cases = 0;
  for (const state of model.states.support) {
    const cost = benefits[state.id];
    const stock = stockOf(place, state, "fullTime");
    if (state.spec?.unit !== undefined) cases += stock;
    if (cost === undefined || stock === 0) continue;
    write("costs", { account: cost.account, date, amount: Math.round(stock * cost.month * level), kind: "ydelse" });
  }
  const amount = Math.round(cases * operation.perPerson * level);
  write("costs", { account: operation.account, date, amount, kind: "drift" });
}
