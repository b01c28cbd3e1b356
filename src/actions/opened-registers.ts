import { type Day, formatDay } from "#core/calendar/day.ts";
import type { Register } from "#core/register/columns.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import { getSnapshot } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { memory } from "./memory.ts";
import type { Folders } from "./open-data.ts";
import { registerStore } from "./register-setting.ts";

/** How many registers are kept open, and how many readings of them: each can take a gigabyte. */
const MOST = 2;

const registers = memory<Register>(MOST);
const readings = memory<AsOf>(MOST);

/** A register by its id, opened once for all who ask: its id is the hash of its content, so it never changes. */
export function openedRegister(folders: Folders, id: string): Promise<Register> {
  const store = registerStore({ folders });
  return registers(`${store}\n${id}`, () => openSnapshot(getSnapshot(store, id)));
}

/** A register as it was to be seen on a day; on the day it was drawn where none is given. */
export async function openedReading(folders: Folders, id: string, asOf?: Day): Promise<AsOf> {
  const register = await openedRegister(folders, id);
  const day = asOf === undefined || asOf > register.extracted ? register.extracted : asOf;
  return readings(`${registerStore({ folders })}\n${id}\n${formatDay(day)}`, async () => readAsOf(register, day));
}
