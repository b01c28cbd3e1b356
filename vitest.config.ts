import { defineConfig } from "vitest/config";

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

export default defineConfig({
  test: {
    reporters: ["default", closingLine],
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/long/**", "test/kills/**", "test/browser/**"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser on a busy machine can miss a moment once; what is wrong is wrong twice.
          retry: 1,
        },
      },
      { test: { name: "kills", include: ["test/kills/**/*.test.ts"], testTimeout: 900_000 } },
      { test: { name: "long", include: ["test/long/**/*.test.ts"], testTimeout: 3_600_000 } },
    ],
  },
});
