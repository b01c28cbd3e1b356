import { CommanderError } from "commander";
import { BrokenInput, broken, faultMend, faultMessage } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** A heading of the help text in Danish. */
export function helpTitle(title: string): string {
  return helpTitles[title] ?? title;
}

const helpTitles: Readonly<Record<string, string>> = {
  "Usage:": "Brug:",
  "Options:": "Valg:",
  "Commands:": "Kommandoer:",
};

/** What the user did wrong with a command, in both languages. */
function wrongUse({ code, message }: CommanderError): BrokenInput {
  const named = message.match(/'([^']+)'/)?.[1] ?? "";
  const kind = wrongUses[code] ?? { da: "kan ikke læses", en: "cannot be read" };
  return broken("wrong-use", {
    why: { da: `«${named}» ${kind.da}`, en: `«${named}» ${kind.en}` },
    hint: hintIn(message),
  });
}

/** What to do instead: the nearest word, or the words to choose from, where the message names them. */
function hintIn(message: string): Text {
  const near = message.match(/Did you mean (?:one of )?([^?]+)\?/)?.[1];
  if (near !== undefined) return { da: `Mente du ${near}?`, en: `Did you mean ${near}?` };
  const choices = message.match(/Allowed choices are ([^.]+)\./)?.[1];
  return choices === undefined ? helpHint : { da: `Vælg en af: ${choices}.`, en: `Choose one of: ${choices}.` };
}

const helpHint = {
  da: "«pejl KOMMANDO --help» viser, hvordan den bruges.",
  en: "«pejl COMMAND --help» shows how to use it.",
};
const wrongUses: Readonly<Record<string, Text>> = {
  "commander.unknownCommand": { da: "er ikke en kommando", en: "is no command" },
  "commander.invalidArgument": {
    da: "har en værdi, der ikke er blandt valgene",
    en: "has a value that is not a choice",
  },
  "commander.unknownOption": { da: "er ikke et valg her", en: "is no option here" },
  "commander.missingArgument": { da: "mangler efter kommandoen", en: "is missing after the command" },
  "commander.optionMissingArgument": { da: "mangler sin værdi", en: "lacks its value" },
  "commander.missingMandatoryOptionValue": { da: "skal gives", en: "must be given" },
  "commander.excessArguments": { da: "har for mange ord efter sig", en: "has too many words after it" },
};

/** Says what went wrong and what to do; 2 for wrong use and bad input. */
export function report(error: unknown, screen: Terminal): number {
  // Help that nobody asked for stands in for the command that was not given.
  if (error instanceof CommanderError && error.code === "commander.help") return 2;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : report(wrongUse(error), screen);
  if (!(error instanceof BrokenInput)) throw error;
  const { json, paint, say } = screen;
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
