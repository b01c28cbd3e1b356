import { expect, test } from "vitest";
import { parseMonth } from "#core/calendar/month.ts";
import { type AskedIndicator, computeRead, computeTogether } from "#core/indicators/compute.ts";
import { narrowTo } from "#core/register/reading/narrow.ts";
import { indicators, law, readNasty } from "./read.ts";

/** Every indicator that a register can be asked for, of one municipality and at three steps. */
const asked: readonly AskedIndicator[] = [...indicators.values()]
  .filter(({ numerator }) => numerator !== undefined)
  .flatMap((indicator) =>
    (["month", "year", "rolling12"] as const).map((unit) => ({
      indicator,
      question: {
        unit,
        from: parseMonth("2016-01"),
        to: parseMonth("2016-12"),
        where: { municipality: "165" },
        full: true,
      },
    })),
  );

const registers = Array.from({ length: 20 }, (_, k) => readNasty(k).read);

test("indicators computed together are what each is when computed alone", () => {
  for (const read of registers) {
    const alone = asked.map(({ indicator, question }) => computeRead(indicator, read, { law, ...question }));
    expect(computeTogether(read, law, asked)).toEqual(alone);
  }
});

test("persons who never had to do with a municipality change none of its figures", () => {
  for (const read of registers) {
    const narrow = { ...read, register: narrowTo(read.register, ["165"]) };
    expect(computeTogether(narrow, law, asked)).toEqual(computeTogether(read, law, asked));
  }
});
