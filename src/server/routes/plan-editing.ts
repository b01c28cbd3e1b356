import * as editing from "#actions/edit-plan.ts";
import { lookUpBaseline } from "#actions/look-up-baseline.ts";
import * as texts from "#actions/plan-text.ts";
import * as stored from "#actions/stored-plans.ts";
import { figureJson } from "#api/figure.ts";
import { differencesJson, knownJson, pastedJson, readingJson } from "#api/plan-document-answer.ts";
import * as api from "#api/plan-editing.ts";
import { units } from "#core/figures/unit.ts";
import { fileRoute } from "../file.ts";
import { type Route, route, type Visit } from "../route.ts";

/** Plans as they are read and written: documents, drafts, versions. */
export const planEditingRoutes: readonly Route[] = [
  route(
    api.readPlanDocument,
    texts.planDocument,
    ({ params: { plan }, query }, { house }) => ({ plan, which: query.version, catalogue: house.data.catalogue }),
    ({ reading, draft, versions, ...opened }, _, { house }) => ({
      ...opened,
      versions: [...versions],
      ...(draft && { draft: draftJson(draft) }),
      reading: readingJson(reading, house.data.indicators),
      known: knownJson(house.data.indicators, house.data.vocabulary),
    }),
  ),
  route(api.checkDraft, editing.checkDraft, textOf, (reading, _, { house }) =>
    readingJson(reading, house.data.indicators),
  ),
  route(
    api.editGoal,
    editing.editGoal,
    (asked, visit) => ({
      ...textOf(asked, visit),
      goal: asked.params.goal,
      changes: asked.body.changes,
      as: asked.body.as,
    }),
    ({ yaml, reading }, _, { house }) => ({ yaml, reading: readingJson(reading, house.data.indicators) }),
  ),
  route(
    api.pasteTable,
    editing.pasteTable,
    (asked, visit) => ({ ...asked.body, ...textOf(asked, visit), unit: units.find((one) => one === asked.body.unit) }),
    (pasted, _, { house }) => pastedJson(pasted, house.data.indicators),
  ),
  route(
    api.lookUpBaseline,
    lookUpBaseline,
    ({ params, body }, { house }) => ({ data: house.data, ...params, ...body }),
    ({ figure, simulated }) => ({ figure: figureJson(figure), simulated }),
  ),
  route(api.saveDraft, stored.saveDraft, ({ params, body }) => ({ ...params, ...body }), revised),
  route(
    api.discardDraft,
    stored.discardDraft,
    ({ params, body }) => ({ ...params, ...body }),
    (_, { params }) => params,
  ),
  route(api.restoreVersion, stored.restoreVersion, ({ params, body }) => ({ ...params, ...body }), revised),
  route(
    api.adoptPlan,
    stored.adoptPlan,
    ({ params, body }, { house }) => ({ ...params, ...body, catalogue: house.data.catalogue }),
    (number) => ({ number }),
  ),
  route(
    api.diffVersions,
    texts.diffVersions,
    ({ params, body }, { house }) => ({ ...params, ...body, catalogue: house.data.catalogue }),
    differencesJson,
  ),
  fileRoute(
    api.exportPlan,
    texts.exportPlanYaml,
    { name: "plan.yaml", type: "application/yaml; charset=utf-8", head: "" },
    ({ params: { plan }, query }, write) => ({ plan, which: query.version, take: write }),
  ),
  route(
    api.importPlan,
    texts.importPlanYaml,
    ({ body: { yaml } }, { house }) => ({ yaml, catalogue: house.data.catalogue }),
    (draft) => draft,
  ),
];

function textOf({ params, body }: { params: { plan: string }; body: { yaml: string } }, { house }: Visit) {
  return { plan: params.plan, yaml: body.yaml, catalogue: house.data.catalogue };
}

function revised(revision: number) {
  return { revision };
}

function draftJson({ by, who, at, revision, basedOn }: NonNullable<texts.OpenText["draft"]>) {
  return { by, who, at, revision, ...(basedOn !== undefined && { basedOn }) };
}
