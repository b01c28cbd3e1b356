import { z } from "zod";
import { setNames } from "#core/odata/sets.ts";
import { endpoint } from "./endpoint.ts";
import { file } from "./file.ts";

/** The options of OData, and ours: `asOf` and `register`, as everywhere. They are read together, for the set says what they mean. */
const options = z.record(z.string(), z.string());

export const odataService = endpoint({
  method: "GET",
  path: "/api/odata",
  summary: { da: "OData: hvilke tabeller der er", en: "OData: which tables there are" },
  query: options,
  answer: file,
});

export const odataMetadata = endpoint({
  method: "GET",
  path: "/api/odata/$metadata",
  summary: { da: "OData: tabellernes felter", en: "OData: the properties of the tables" },
  query: options,
  answer: file,
});

export const odataRows = endpoint({
  method: "GET",
  path: "/api/odata/:set",
  summary: { da: "OData: en tabels rækker", en: "OData: the rows of a table" },
  params: z.strictObject({ set: z.enum(setNames) }),
  query: options,
  answer: file,
});
