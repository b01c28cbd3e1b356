import type { Answered } from "#api/endpoint.ts";
import type { readGoal } from "#api/goal.ts";
import type { listPlans, readOverview } from "#api/overview.ts";
import type { readSession } from "#api/session.ts";

/** What the server answers, by the names the pages use. */
export type Session = Answered<typeof readSession>;
export type User = NonNullable<Session["user"]>;
export type Plans = Answered<typeof listPlans>;
export type PlanEntry = Plans["plans"][number];
export type RegisterEntry = Plans["registers"][number];
export type Overview = Answered<typeof readOverview>;
export type GoalRow = Overview["goals"][number];
export type Goal = Answered<typeof readGoal>;
export type GoalPart = Goal["parts"][number];
export type GoalLine = GoalPart["lines"][number];
export type Basis = Overview["basis"];
export type Verdict = GoalRow["verdict"];
export type Demand = NonNullable<GoalRow["demand"]>;
export type Shown = GoalRow["latest"];
export type ShownFigure = Extract<Shown, { value: number }>;
