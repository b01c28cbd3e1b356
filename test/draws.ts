import fc from "fast-check";

// The same draws in every ordinary run, which then tells of what was changed and not of what was drawn. The long run
// draws anew, and for ten seconds a law.
fc.configureGlobal(
  process.env.DRAWS === "many" ? { numRuns: 1_000_000, interruptAfterTimeLimit: 10_000 } : { seed: 1937 },
);
