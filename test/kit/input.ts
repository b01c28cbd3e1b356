import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openRegister } from "#actions/open-register.ts";
import type { RegisterSetting } from "#actions/register-setting.ts";
import { addDays, formatDay } from "#core/calendar/day.ts";
import type { Register, Span } from "#core/register/columns.ts";
import { dataPackage } from "#core/register/data-package.ts";
import { registerFromRows } from "#core/register/from-rows.ts";
import { readCsv } from "./case.ts";

/** The ways to read the register beside a case: as the program opens a folder, and with nothing checked or merged. */
export const ways: readonly { readonly way: string; readonly read: Read }[] = [
  { way: "the folder as the program opens it", read: openRegister },
  { way: "its rows as they are written", read: readRows },
];
type Read = (folder: string, setting: RegisterSetting) => Register | Promise<Register>;

function readRows(folder: string): Register {
  const { extracted, resources } = dataPackage.parse(
    JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")),
  );
  if (extracted === undefined) throw new Error(`${folder} does not say when it was extracted`);
  const tables = readdirSync(folder).flatMap((file) =>
    file.endsWith(".csv") ? [[file.slice(0, -".csv".length), readCsv(join(folder, file))] as const] : [],
  );
  const covers = resources.flatMap(({ name = "", covers }) =>
    covers === undefined ? [] : [[name, writtenSpan(covers)] as const],
  );
  return registerFromRows({
    extracted: formatDay(extracted),
    covers: Object.fromEntries(covers),
    tables: Object.fromEntries(tables),
  });
}

function writtenSpan({ from, to }: Span): [from: string, last: string] {
  return [formatDay(from), formatDay(addDays(to, -1))];
}
