import { join } from "node:path";
import { expect, test } from "vitest";
import { importRegister } from "#actions/import-register.ts";
import { listRegisters } from "#actions/list-registers.ts";
import { addMonths, endOfMonth, formatDay, parseDay } from "#core/calendar/day.ts";
import { readAudit } from "#store/audit.ts";
import { deliveryOn, inventFacts, writeDelivery } from "./deliveries.ts";
import { freshHome } from "./home.ts";

test("twenty-four ordinary monthly imports in a row never stop", { timeout: 300_000 }, async () => {
  const setting = freshHome();
  const facts = inventFacts(1, 300);
  for (let month = 0; month < 24; month++) {
    const extracted = endOfMonth(addMonths(parseDay("2018-01-31"), month));
    const folder = writeDelivery(join(setting.folders.var, "delivery"), deliveryOn(facts, extracted));
    const now = `${formatDay(extracted)}T08:00:00Z`;
    const { outcome, findings, delivery } = await importRegister({ folder }, { ...setting, now });
    const { faults } = delivery;
    expect({ month, outcome, findings, faults }).toEqual({ month, outcome: "imported", findings: [], faults: [] });
  }
  expect(listRegisters(setting)).toHaveLength(24);
  expect(readAudit(setting.folders.var)).toHaveLength(24);
});
