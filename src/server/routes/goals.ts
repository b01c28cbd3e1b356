import * as adding from "#actions/add-to-stored.ts";
import * as actions from "#actions/comment-goal.ts";
import { listPossibleOwners } from "#actions/list-possible-owners.ts";
import * as api from "#api/comments.ts";
import * as followUp from "#api/follow-up.ts";
import { type Route, route, type Visit } from "../route.ts";

/** What people add to the goals of a plan: comments, assessments, owners, answers, figures, evidence. */
export const goalRoutes: readonly Route[] = [
  route(
    api.listComments,
    actions.readComments,
    ({ params, query }) => ({ ...params, ...query }),
    (comments) => ({ comments }),
  ),
  route(api.addComment, actions.commentGoal, saying, (comment) => comment),
  route(api.rewriteComment, actions.commentGoal, sayingAnew, (comment) => comment),
  route(api.takeBackComment, actions.commentGoal, takingBack, (comment) => comment),
  route(api.addAssessment, actions.assessGoal, saying, (comment) => comment),
  route(api.rewriteAssessment, actions.assessGoal, sayingAnew, (comment) => comment),
  route(api.takeBackAssessment, actions.assessGoal, takingBack, (comment) => comment),
  route(
    api.listOwners,
    actions.readOwners,
    ({ params }) => params,
    (owners) => ({ owners: owners.map(({ plan: _, ...owner }) => owner) }),
  ),
  route(
    api.listPossibleOwners,
    listPossibleOwners,
    ({ params }) => params,
    ({ persons, units }) => ({ persons: [...persons], units: [...units] }),
  ),
  route(
    api.appointOwner,
    actions.appointOwner,
    ({ params, body }) => ({ ...params, ...body }),
    (_, { params }) => ({ goal: params.goal }),
  ),
  route(
    followUp.listFollowUp,
    adding.listAdded,
    ({ params }) => params,
    (lines) => ({ lines: lines.map(({ entry, ...line }) => ({ ...line, entry: written(entry) })) }),
  ),
  route(followUp.answerQuestion, adding.answerStored, ofGoal, planOf),
  route(followUp.observeGoal, adding.observeStored, ofGoal, planOf),
  route(followUp.recordEvidence, adding.recordStored, ofGoal, planOf),
  route(
    followUp.acceptFinding,
    adding.acceptStored,
    ({ params, body }, { house }) => ({ ...params, catalogue: house.data.catalogue, adds: body }),
    planOf,
  ),
];

type Said = { readonly says: string };
type OfComment = OfGoal & { readonly comment: string };
type OfGoal = { readonly plan: string; readonly goal: string };

function saying({ params, body }: { params: OfGoal; body: Said }) {
  return { ...params, ...body };
}

function sayingAnew({ params: { comment: id, ...goal }, body }: { params: OfComment; body: Said }) {
  return { ...goal, id, ...body };
}

/** What is taken back is a version without words. */
function takingBack({ params: { comment: id, ...goal } }: { params: OfComment }) {
  return { ...goal, id, says: "" };
}

/** What is added to a goal, with the catalogue that its plan is read with. */
function ofGoal<Body>({ params, body }: { params: OfGoal; body: Body }, { house }: Visit) {
  const { plan, goal } = params;
  return { plan, catalogue: house.data.catalogue, adds: { goal, ...body } };
}

function planOf(_: unknown, { params }: { params: { readonly plan: string } }) {
  return { plan: params.plan };
}

/** A line as it reads in a file: every value as text. */
function written(entry: unknown): Record<string, string> {
  const pairs = typeof entry === "object" && entry !== null ? Object.entries(entry) : [];
  return Object.fromEntries(pairs.map(([key, value]) => [key, String(value)]));
}
