import { describe, expect, it } from "vitest";
import { rateRatio } from "./rates.ts";
import { demo, simulated } from "./run.ts";

const register = simulated({ municipalities: ["165"], from: "2014-01", to: "2018-12", scale: 2 });

/** What an offer does to the rate for those on unemployment benefit, as planted. */
function planted(id: string): number {
  const effect = demo.offers.offers.find((offer) => offer.id === id)?.effect;
  return effect?.after.dagpenge ?? effect?.after.other ?? Number.NaN;
}

/** Offers, and whether those who get them would come into work later than others anyway. */
const offers = [
  { id: "virksomhedspraktik-privat", type: "virksomhedspraktik", sector: "privat", selected: undefined },
  { id: "loentilskud-privat", type: "loentilskud", sector: "privat", selected: undefined },
  { id: "vejledning_opkvalificering", type: "vejledning_opkvalificering", sector: undefined, selected: "later" },
] as const;

describe("The effect of offers planted in the simulated register", () => {
  it.each(offers)("is found again for $id when those alike are compared, and not without", (offer) => {
    const { type, sector, id, selected } = offer;
    const { raw, adjusted, error } = rateRatio(
      register,
      "dagpenge",
      (one) => one.type === type && (sector === undefined || one.sector === sector),
    );
    // Four standard errors, and a few per cent because short jobs cannot always be told from lasting ones.
    expect(Math.abs(Math.log(adjusted / planted(id)))).toBeLessThan(4 * error + 0.04);
    expect(error).toBeLessThan(0.08);
    if (selected === "later") expect(raw).toBeLessThan(adjusted);
  });
});
