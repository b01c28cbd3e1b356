import type { Grant } from "./decide.ts";
import { ALL } from "./decide.ts";
import { isRole } from "./role.ts";

/**
 * The roles a provider of sign-ins gives a person: a list of `role@municipality` or `role@municipality/unit`, the
 * municipality three digits or `all`. What is written otherwise gives nothing, and is named.
 *
 * @example grantsOfClaims(["head@851", "caseworker@165/nord"]).grants // [{ role: "head", municipality: "851" }, { role: "caseworker", municipality: "165", unit: "nord" }]
 */
export function grantsOfClaims(claims: unknown): { readonly grants: Grant[]; readonly unknown: string[] } {
  const words = Array.isArray(claims) ? claims.map(String) : typeof claims === "string" ? claims.split(/[\s,]+/) : [];
  const read = words.filter((word) => word !== "").map((word) => ({ word, grant: findGrant(word) }));
  return {
    grants: read.flatMap(({ grant }) => (grant === undefined ? [] : [grant])),
    unknown: read.filter(({ grant }) => grant === undefined).map(({ word }) => word),
  };
}

function findGrant(word: string): Grant | undefined {
  const [, role, municipality, unit] = /^([a-z-]+)@(\d{3}|all)(?:\/(.+))?$/.exec(word) ?? [];
  if (role === undefined || !isRole(role)) return undefined;
  return { role, municipality: municipality === "all" ? ALL : municipality, ...(unit !== undefined && { unit }) };
}
