import type { FastifyReply } from "fastify";
import type { ExportedFile } from "#actions/export-file.ts";
import * as indicator from "#actions/export-indicator.ts";
import * as plan from "#actions/export-plan.ts";
import * as series from "#actions/export-series.ts";
import { queryOData } from "#actions/query-odata.ts";
import * as api from "#api/exports.ts";
import { odataMetadata, odataRows, odataService } from "#api/odata.ts";
import { parseDay } from "#core/calendar/day.ts";
import { metadataXml, serviceDocument } from "#core/odata/metadata.ts";
import { nextLink, type Page } from "#core/odata/page.ts";
import { checkKnown, type Options } from "#core/odata/query.ts";
import { type SetName, sets } from "#core/odata/sets.ts";
import { open, type Route, route, type Visit } from "../route.ts";

/** Figures for other programs: as files, and as OData. */
export const exportRoutes: readonly Route[] = [
  route(
    api.exportOverview,
    plan.exportOverview,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...asked(query) }),
    (file, _, { reply }) => sendFile(reply, file),
  ),
  route(
    api.exportGoal,
    plan.exportGoal,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...asked(query) }),
    (file, _, { reply }) => sendFile(reply, file),
  ),
  route(
    api.exportSeries,
    series.exportSeries,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...asked(query) }),
    (file, _, { reply }) => sendFile(reply, file),
  ),
  route(
    api.exportIndicator,
    indicator.exportIndicator,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...asked(query) }),
    (file, _, { reply }) => sendFile(reply, file),
  ),
  open(odataService, async ({ query }, { house, reply }) => {
    checkKnown(query);
    return odata(reply, JSON_TYPE).send(JSON.stringify(serviceDocument(all, root(house))));
  }),
  open(odataMetadata, async (_, { reply }) => odata(reply, "application/xml").send(metadataXml(all))),
  route(
    odataRows,
    queryOData,
    ({ params, query: { asOf, register, ...options } }, { house }) => ({
      ...{ data: house.data, ...params, options },
      ...asked({ asOf, register }),
    }),
    (page, { params, query }, { house, reply }) =>
      odata(reply, JSON_TYPE).send(JSON.stringify(pageJson(page, params.set, query, root(house)))),
  ),
];

const all = Object.values(sets);
const JSON_TYPE = "application/json; odata.metadata=minimal; charset=utf-8";

/** What an address says, with its day read. */
function asked<Q extends { readonly asOf?: string | undefined }>({ asOf, ...query }: Q) {
  const known = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  return { ...query, ...known, ...(asOf !== undefined && { asOf: parseDay(asOf) }) };
}

function sendFile(reply: FastifyReply, { name, type, content }: ExportedFile): FastifyReply {
  reply.type(type).header("content-disposition", `attachment; filename="${name}"`).header("cache-control", "no-store");
  return reply.send(typeof content === "string" ? content : Buffer.from(content));
}

function odata(reply: FastifyReply, type: string): FastifyReply {
  return reply.type(type).header("odata-version", "4.0").header("cache-control", "no-store");
}

function root({ address }: Visit["house"]): string {
  return `${address}/api/odata`;
}

function pageJson({ rows, count, next }: Page, set: SetName, query: Options, address: string) {
  const { $select } = query;
  const isWhole = $select === undefined || $select.trim() === "*";
  return {
    "@odata.context": `${address}/$metadata#${set}${isWhole ? "" : `(${$select.replaceAll(" ", "")})`}`,
    ...(count !== undefined && { "@odata.count": count }),
    value: rows,
    ...(next !== undefined && { "@odata.nextLink": nextLink(`${address}/${set}`, query, next) }),
  };
}
