import { Command, Option } from "commander";
import { addBacktestCommand } from "./commands/backtest.ts";
import { addDatabaseCommands } from "./commands/database.ts";
import { addFollowUpCommands } from "./commands/follow-up.ts";
import { addForecastCommand } from "./commands/forecast.ts";
import { addForecastSeriesCommand } from "./commands/forecast-series.ts";
import { addIndicatorCommands } from "./commands/indicator.ts";
import { addPlanCommands } from "./commands/plan.ts";
import { addPublishCommand } from "./commands/publish.ts";
import { addReconcileCommand } from "./commands/reconcile.ts";
import { addRegisterCommands } from "./commands/register.ts";
import { addScenarioCommands } from "./commands/scenario.ts";
import { addSeriesCommands } from "./commands/series.ts";
import { addStartCommand } from "./commands/start.ts";
import { helpTitle, report } from "./report.ts";
import { terminal } from "./terminal.ts";

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("pejl")
  .description("Pejlemærke: beskæftigelsesplaner som data, fulgt op med tal, der kan stoles på")
  .addOption(new Option("--lang <sprog>", "sprog / language").choices(["da", "en"]).default("da"))
  .option("--json", "data i stedet for tekst / data instead of text")
  .helpOption("--help", "vis hjælp / show help")
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
  .configureHelp({ styleTitle: helpTitle });

addPlanCommands(program);
addFollowUpCommands(program);
addSeriesCommands(program);
addRegisterCommands(program);
addIndicatorCommands(program);
addReconcileCommand(program);
addForecastCommand(program);
addForecastSeriesCommand(program);
addBacktestCommand(program);
addScenarioCommands(program);
addPublishCommand(program);
addDatabaseCommands(program);
addStartCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error, terminal(program.opts()));
}
