import type { readAudit } from "#api/audit.ts";
import type { Answered } from "#api/endpoint.ts";
import type { listParameters } from "#api/parameters.ts";
import type { listSessions, listUnits, listUsers } from "#api/users.ts";

/** What the server answers of administration, by the names these pages use. */
export type Account = Answered<typeof listUsers>["users"][number];
export type Grant = Account["roles"][number];
export type Unit = Answered<typeof listUnits>["units"][number];
export type Parameter = Answered<typeof listParameters>["parameters"][number];
export type Entry = Answered<typeof readAudit>["entries"][number];
export type OpenSession = Answered<typeof listSessions>["sessions"][number];
