import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// The closing line "N passed, N failed, N skipped" is what an automatic build reads.
const closingLine = {
  onTestRunEnd(modules: readonly { children: { allTests(): Iterable<{ result(): { state: string } }> } }[]) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "passed" || state === "failed" ? state : "skipped"]++;
      }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
};

// What takes longest begins first, so that nothing is left to wait for alone.
const longest = ["twin/twin.test.ts", "browser/barriers.test.ts"];
const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const pure = ["src/core/**/*.test.ts", "src/charts/**/*.test.ts", "src/connectors/**/*.test.ts"];
const kills = { include: ["test/kills/**/*.test.ts"], testTimeout: 900_000 };

const setupFiles = "test/draws.ts";

// As many files at a time as the machine has threads.
const maxWorkers = "100%";

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ["default", closingLine],
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [...pure, "test/long/**", "test/kills/**", "test/browser/**"],
          setupFiles,
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      // What keeps nothing between two calls need not be loaded anew for each file.
      { test: { name: "pure", include: pure, setupFiles, isolate: false, maxWorkers, testTimeout: 60_000 } },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/small-towns.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
          sequence: { groupOrder: 2 },
          // A browser on a busy machine can miss a moment once; what is wrong is wrong twice.
          retry: 1,
        },
      },
      { test: { ...kills, name: "kills", maxWorkers, sequence: { groupOrder: 1 } } },
      { test: { ...kills, name: "all-kills", maxWorkers, env: { KILLS: "all" }, sequence: { groupOrder: 1 } } },
      {
        test: {
          name: "many-draws",
          include: pure,
          setupFiles,
          env: { DRAWS: "many" },
          maxWorkers,
          testTimeout: 600_000,
        },
      },
      { test: { name: "long", include: ["test/long/**/*.test.ts"], testTimeout: 3_600_000 } },
    ],
  },
});
