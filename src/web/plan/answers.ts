import type { Answered } from "#api/endpoint.ts";
import type { diffVersions, pasteTable, readPlanDocument } from "#api/plan-editing.ts";

/** What the server answers about a plan's text, by the names this room uses. */
export type Opened = Answered<typeof readPlanDocument>;
export type Version = Opened["versions"][number];
export type Draft = NonNullable<Opened["draft"]>;
export type Reading = Opened["reading"];
export type Document = NonNullable<Reading["document"]>;
export type DocumentGoal = Document["goals"][number];
export type DocumentPart = DocumentGoal["parts"][number];
export type DocumentTable = Document["tables"][number];
export type Check = NonNullable<Reading["check"]>;
export type Finding = Check["findings"][number];
export type Fault = Reading["faults"][number];
export type Known = Opened["known"];
export type Difference = Answered<typeof diffVersions>["differences"][number];
export type Pasted = Answered<typeof pasteTable>;
