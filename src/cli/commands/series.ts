import type { Command } from "commander";

export function addSeriesCommands(program: Command): void {
  program.command("series").description("serier / series");
}
