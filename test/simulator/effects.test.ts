import { describe, expect, it } from "vitest";
import { rateRatio } from "./rates.ts";
import { demo, simulated } from "./run.ts";

const register = simulated({ municipalities: ["165"], from: "2014-01", to: "2018-12", scale: 3 });

/** What an offer does to the rate for those on unemployment benefit, as planted. */
function planted(id: string): number {
  const effect = demo.offers.offers.find((offer) => offer.id === id)?.effect;
  return effect?.after.dagpenge ?? effect?.after.other ?? Number.NaN;
}

const offers = [
  { id: "virksomhedspraktik-privat", type: "virksomhedspraktik", sector: "privat", selects: "the strong" },
  { id: "virksomhedspraktik-offentlig", type: "virksomhedspraktik", sector: "offentlig", selects: "the weak" },
  { id: "loentilskud-privat", type: "loentilskud", sector: "privat", selects: "the strong" },
  { id: "vejledning_opkvalificering", type: "vejledning_opkvalificering", sector: undefined, selects: "the weak" },
] as const;

describe("The effect of offers planted in the simulated register", () => {
  it.each(offers)("is found again for $id when those alike are compared, and not without", (offer) => {
    const { type, sector, id, selects } = offer;
    const { raw, adjusted, error } = rateRatio(
      register,
      "dagpenge",
      (one) => one.type === type && (sector === undefined || one.sector === sector),
    );
    // Four standard errors, and a few per cent because short jobs cannot always be told from lasting ones.
    expect(Math.abs(Math.log(adjusted / planted(id)))).toBeLessThan(4 * error + 0.04);
    if (selects === "the strong") expect(raw).toBeGreaterThan(adjusted);
    else expect(raw).toBeLessThan(adjusted);
  });

  it("is so large and certain for subsidised private jobs that it cannot be overlooked", () => {
    const { adjusted, error } = rateRatio(
      register,
      "dagpenge",
      ({ type, sector }) => type === "loentilskud" && sector === "privat",
    );
    expect(Math.log(adjusted) / error).toBeGreaterThan(5);
  });
});
