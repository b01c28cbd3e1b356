import type { Text } from "../text/text.ts";
import type { Property, ValueType } from "./expression.ts";

/** A set of rows as it is described to other programs. */
export type EntitySet = {
  readonly name: string;
  readonly label: Text;
  /** The names of the properties that tell a row from every other. */
  readonly key: readonly string[];
  readonly properties: readonly (Property & { readonly label: Text })[];
};

const NAMESPACE = "Pejlemaerke";
const edmTypes: Readonly<Record<ValueType, string>> = {
  string: "Edm.String",
  number: "Edm.Double",
  date: "Edm.Date",
  boolean: "Edm.Boolean",
};

/** The description of sets that OData clients read first: CSDL 4.0 as XML, every property with its Danish name. */
export function metadataXml(sets: readonly EntitySet[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...sets.flatMap(entityType),
    '<EntityContainer Name="Container">',
    ...sets.map(({ name }) => `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${typeName(name)}"/>`),
    "</EntityContainer>",
    "</Schema></edmx:DataServices></edmx:Edmx>",
    "",
  ].join("\n");
}

function entityType({ name, key, properties }: EntitySet): string[] {
  return [
    `<EntityType Name="${typeName(name)}">`,
    `<Key>${key.map((one) => `<PropertyRef Name="${one}"/>`).join("")}</Key>`,
    ...properties.map(({ name: property, type, label }) => {
      const nullable = key.includes(property) ? ' Nullable="false"' : "";
      const description = `<Annotation Term="Org.OData.Core.V1.Description" String="${escaped(label.da)}"/>`;
      return `<Property Name="${property}" Type="${edmTypes[type]}"${nullable}>${description}</Property>`;
    }),
    "</EntityType>",
  ];
}

/** A row's type is named apart from its set and its properties: some clients make classes of them. */
function typeName(set: string): string {
  return `${set}Row`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The list of sets that a client is shown. */
export function serviceDocument(sets: readonly EntitySet[], address: string) {
  return {
    "@odata.context": `${address}/$metadata`,
    value: sets.map(({ name, label }) => ({ name, title: label.da, kind: "EntitySet", url: name })),
  };
}
