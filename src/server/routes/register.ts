import * as actions from "#actions/register-jobs.ts";
import * as api from "#api/register.ts";
import { broken } from "#core/faults/fault.ts";
import { type Route, route } from "../route.ts";

/** A municipality's own register: its files in, their check, and their import. */
export const registerRoutes: readonly Route[] = [
  route(
    api.uploadRegister,
    actions.beginUpload,
    ({ query }, { house, request }) => {
      if (!request.isMultipart()) throw broken("bad-request", { why: notMultipart });
      return { ...query, folders: house.data.folders };
    },
    async (upload, { query }, { house, request }) => {
      const place = { ...query, folders: house.data.folders };
      return { upload, files: await actions.takeFiles(place, upload, request.files()) };
    },
  ),
  route(
    api.checkRegister,
    actions.startCheck,
    ({ body }) => body,
    (job) => ({ job }),
  ),
  route(
    api.importRegister,
    actions.startImport,
    ({ body }) => body,
    (job) => ({ job }),
  ),
  route(
    api.simulateRegister,
    actions.startSimulation,
    ({ body }, { house }) => {
      if (!house.demo) throw broken("not-permitted", { why: noDemo });
      return body;
    },
    (job) => ({ job }),
  ),
];

const notMultipart = { da: "filer sendes som multipart/form-data", en: "files are sent as multipart/form-data" };
const noDemo = { da: "det kan man kun i demoen", en: "that can be done in the demo only" };
