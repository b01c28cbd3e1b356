import { Command, CommanderError } from "commander";
import { BrokenInput, faultMend, faultMessage } from "#core/faults/fault.ts";
import { addFollowUpCommands } from "./commands/follow-up.ts";
import { addPlanCommands } from "./commands/plan.ts";
import { addSeriesCommands } from "./commands/series.ts";
import { addStartCommand } from "./commands/start.ts";
import { printJson, terminal } from "./terminal.ts";

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("pejl")
  .description("Pejlemærke: beskæftigelsesplaner som data, fulgt op med tal, der kan stoles på")
  .option("--lang <da|en>", "sprog / language", "da")
  .option("--json", "data i stedet for tekst / data instead of text")
  .helpOption("--help", "vis hjælp / show help")
  .showHelpAfterError("(pejl KOMMANDO --help viser, hvordan kommandoen bruges)")
  .exitOverride()
  .configureOutput({ writeErr: (words) => process.stderr.write(words) });

addPlanCommands(program);
addFollowUpCommands(program);
addSeriesCommands(program);
addStartCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and what to do; 2 for wrong use and bad input. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof BrokenInput)) throw error;
  const { json, paint, say } = terminal(program.opts());
  if (json) {
    printJson({
      faults: error.faults.map((fault) => ({ ...fault, message: faultMessage(fault), mend: faultMend(fault) })),
    });
    return 2;
  }
  for (const fault of error.faults) {
    const { file, line, column, path } = fault.place;
    const where = [file, line, column].filter((part) => part !== undefined).join(":");
    const at = [where, path].filter((part) => part !== undefined && part !== "").join("  ");
    process.stderr.write(
      `${at === "" ? "" : `${paint("bold", at)}\n  `}${say(faultMessage(fault))} ${say(faultMend(fault))}\n`,
    );
  }
  return 2;
}
