import { Command, type Option } from "commander";
import { describe, expect, it } from "vitest";
import { checkPlan } from "#actions/check-plan.ts";
import { listPlans } from "#actions/list-plans.ts";
import { listSeries } from "#actions/list-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { filesBelow, home, read } from "./tree.ts";

/** A command somebody is told to type: `pejl …`, where it says so. */
type Told = { readonly at: string; readonly line: string };

const inPages = filesBelow()
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) =>
    [...read(path).matchAll(/(?:npx |`|^)(pejl (?!KOMMANDO|COMMAND|…)[^`\n]+)/gm)].map(
      ([, line]): Told => ({ at: path, line }),
    ),
  );
const inHelp = filesBelow("src/cli").flatMap((path) =>
  [...read(path).matchAll(/\\n {2}(pejl (?:[^"\\]|\\')+)/g)].map(([, line]): Told => ({ at: path, line })),
);
const told = [...inPages, ...inHelp];
const program = await wholeProgram();

const data = openData();
const plans = new Map(listPlans(data).map((one) => [one.plan.id, one]));

describe("A command that a reader is told to type", () => {
  it("is one the program has, with options it takes", () => {
    expect(told.flatMap(({ at, line }) => faultsOf(line).map((fault) => `${at}: ${line}: ${fault}`))).toEqual([]);
  });

  it("names plans, goals, questions, readings, findings and series there are", () => {
    expect(told.flatMap(({ at, line }) => unknownIn(line).map((word) => `${at}: ${line}: ${word}`))).toEqual([]);
  });

  it("and there are such commands", () => {
    expect(told.length).toBeGreaterThan(30);
  });
});

/** The commands as `src/cli/main.ts` puts them together. */
async function wholeProgram(): Promise<Command> {
  const whole = new Command("pejl").option("--lang <sprog>").option("--json");
  for (const path of filesBelow("src/cli/commands").filter((one) => !one.endsWith(".test.ts"))) {
    const module: Readonly<Record<string, unknown>> = await import(`${home}${path}`);
    for (const [name, add] of Object.entries(module))
      if (name.startsWith("add") && typeof add === "function") add(whole);
  }
  return whole;
}

/** The words of a line as a shell parts them, up to a comment, a pipe, or what a page says of it further right. */
function wordsOf(line: string): string[] {
  const typed = line.split(/ {2,}| +[#|>] ?/)[0];
  return [...typed.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)]
    .map(([, single, double, bare]) => single ?? double ?? bare)
    .slice(1);
}

type Parsed = {
  readonly command: Command;
  readonly options: readonly (readonly [string, string | undefined])[];
  readonly rest: readonly string[];
};

/** A line's command, options with their values, and what is left. */
function parsed(line: string): Parsed {
  let command = program;
  const options: [string, string | undefined][] = [];
  const rest: string[] = [];
  const waiting = wordsOf(line);
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    const inner = command.commands.find((one) => one.name() === word);
    if (word.startsWith("--")) options.push([word, optionOf(command, word)?.required ? waiting.shift() : undefined]);
    else if (inner !== undefined) command = inner;
    else rest.push(word);
  }
  return { command, options, rest };
}

function optionOf(command: Command, long: string): Option | undefined {
  return [...command.options, ...program.options].find((option) => option.long === long);
}

function faultsOf(line: string): string[] {
  const { command, options, rest } = parsed(line);
  const most = command.registeredArguments.length;
  return [
    ...options
      .filter(([long]) => long !== "--help" && optionOf(command, long) === undefined)
      .map(([long]) => `no option ${long}`),
    ...(rest.length > most && !rest.includes("…") ? [`too many words: ${rest.slice(most)}`] : []),
  ];
}

/** The ids that a line names and the data do not have; `<id>` and files of the user's own aside. */
function unknownIn(line: string): string[] {
  const { command, options, rest } = parsed(line);
  const named = new Map(command.registeredArguments.map((argument, at) => [argument.name(), rest[at]]));
  const plan = plans.get(named.get("plan") ?? "");
  const goal = plan?.plan.goals.find(({ id }) => id === named.get("goal"));
  const question = goal?.questions.find(({ id }) => id === named.get("question"));
  const known: Readonly<Record<string, (id: string) => boolean>> = {
    plan: (id) => plans.has(id) || id.endsWith(".yaml"),
    goal: () => goal !== undefined,
    question: () => question !== undefined,
    finding: (id) => plan !== undefined && checkPlan(plan).findings.some((one) => one.id === id),
    serie: (id) => listSeries(seriesFolders(data), []).some((one) => one.id === id),
  };
  const ids = [...named].filter(([name, id]) => id !== undefined && !id.startsWith("<") && known[name]?.(id) === false);
  const readings = options.filter(
    ([long, id]) => long === "--reading" && !question?.readings?.some((one) => one.id === id),
  );
  return [...ids.map(([, id]) => id ?? ""), ...readings.map(([, id]) => id ?? "")];
}
