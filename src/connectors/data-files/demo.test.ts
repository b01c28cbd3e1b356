import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDemo } from "./demo.ts";
import { readVocabulary } from "./vocabulary.ts";

const demo = readDemo("data");

describe("The sizes of the simulated municipalities", () => {
  const lines = readFileSync("data/series/published/jobindsats-y30r21.jsonl", "utf8").trimEnd().split("\n");
  const rows = lines.map((line): unknown => JSON.parse(line));
  const { areas } = readVocabulary("data");
  const prefix = "Forventet og faktisk";
  const published = (name: string, group: string, column: string) => {
    const row = rows.find(
      (one) =>
        cell(one, "Area") === name && cell(one, "Periode") === "2020QMAT02" && cell(one, "Ydelsesgrupper") === group,
    );
    return Number(cell(row, `${prefix} ${column}`).replace(",", "."));
  };
  const count = "antal fuldtidspersoner på offentlig forsørgelse: Faktisk antal";
  const share = "andel fuldtidspersoner på offentlig forsørgelse: Faktisk andel (pct.)";

  it("are the figures of the published series", () => {
    expect(demo.municipalities.municipalities).toHaveLength(98);
    for (const { id, people, dagpenge, sygedagpenge, kontanthjaelp } of demo.municipalities.municipalities) {
      const name = areas.byId.get(id)?.label.da ?? "";
      expect([dagpenge, sygedagpenge, kontanthjaelp]).toEqual(
        ["A-dagpenge mv.", "Sygedagpenge mv.", "Kontanthjælp mv."].map((group) => published(name, group, count)),
      );
      const all = "Ydelsesgrupper i alt";
      expect(people).toBe(Math.round((10 * published(name, all, count)) / published(name, all, share)) * 10);
    }
  });
});

function cell(row: unknown, column: string): string {
  return typeof row === "object" && row !== null ? String(Reflect.get(row, column)) : "";
}

describe("The figures that the simulated register is held to", () => {
  it.each(
    demo.targets.targets.flatMap(({ plan, stocks, offers }) =>
      [...stocks.filter(({ derived }) => !derived), ...offers].map((one) => [plan, one] as const),
    ),
  )("stand in the plan %s", (plan, { values }) => {
    const text = readFileSync(`data/plans/${plan}.yaml`, "utf8");
    for (const [, value] of values) {
      const written = String(value).replace(/(\d)(\d{3})$/, "$1.$2");
      expect(text).toMatch(new RegExp(`(?<![\\d.,])(${written.replace(".", "\\.")}|${value})(?![\\d]|[.,]\\d)`));
    }
  });
});
