import type { Route } from "./route.ts";
import { administrationRoutes } from "./routes/administration.ts";
import { auditRoutes } from "./routes/audit.ts";
import { compareRoutes } from "./routes/compare.ts";
import { dataRoutes } from "./routes/data.ts";
import { exportRoutes } from "./routes/exports.ts";
import { forecastRoutes } from "./routes/forecast.ts";
import { goalRoutes } from "./routes/goals.ts";
import { indicatorRoutes } from "./routes/indicators.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { planEditingRoutes } from "./routes/plan-editing.ts";
import { planRoutes } from "./routes/plans.ts";
import { registerRoutes } from "./routes/register.ts";
import { scenarioRoutes } from "./routes/scenario.ts";
import { sessionRoutes } from "./routes/session.ts";

/** Everything the server answers, room by room: a line an endpoint, with the action that answers it. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...administrationRoutes,
  ...auditRoutes,
  ...goalRoutes,
  ...jobRoutes,
  ...registerRoutes,
  ...planRoutes,
  ...planEditingRoutes,
  ...dataRoutes,
  ...indicatorRoutes,
  ...compareRoutes,
  ...forecastRoutes,
  ...scenarioRoutes,
  ...exportRoutes,
];
