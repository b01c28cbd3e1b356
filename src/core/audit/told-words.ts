import type { Text } from "../text/text.ts";

/** What the log calls things, and what they are called in Danish; of two that begin alike, the longer first. */
const words: readonly (readonly [told: string, danish: string])[] = [
  ["expected ends of groups in register", "forventet afslutning for grupper i registret"],
  ["forecasts of published series of", "prognoser for offentliggjorte serier for"],
  ["forecast of register", "prognose for registret"],
  ["file taken in as draft", "fil taget ind som kladde"],
  ["withdrawn and erased", "trukket tilbage og slettet"],
  ["comparison by series", "sammenligning efter serien"],
  ["comparable series", "serier, der kan sammenlignes"],
  ["plans and registers", "planer og registre"],
  ["baseline looked up", "udgangspunkt slået op"],
  ["beside published", "ved siden af offentliggjorte tal"],
  ["persons behind", "personerne bag tallet for"],
  ["possible owners", "mulige ansvarlige"],
  ["of register", "af registret"],
  ["in register", "i registret"],
  ["on register", "på registret"],
  ["role taken", "fik taget en rolle"],
  ["sessions of", "logins for"],
  ["CPR number", "CPR-nummer"],
  ["audit log", "loggen"],
  ["token for", "nøgle til"],
  ["follow-up", "opfølgning"],
  ["in-reach", "det, rollen når"],
  ["installation", "installationen"],
  ["as of", "pr."],
  ["accepted", "accepterede fund"],
  ["answers", "svar"],
  ["assessment", "vurdering"],
  ["changes", "ændringer"],
  ["checked", "tjekket"],
  ["closed", "lukket"],
  ["comments", "kommentarer"],
  ["comment", "kommentar"],
  ["database", "databasen"],
  ["difference", "forskel"],
  ["draft", "kladde"],
  ["evidence", "dokumentation"],
  ["faulty", "med fejl"],
  ["fetch", "hentning"],
  ["file", "fil"],
  ["forecast", "prognose"],
  ["goal", "målet"],
  ["imported", "indlæst"],
  ["indicators", "indikatorer"],
  ["indicator", "indikatoren"],
  ["jobs", "opgaver"],
  ["job", "opgaven"],
  ["listed", "vist"],
  ["months", "måneder"],
  ["newest", "nyeste"],
  ["none", "ingen"],
  ["observations", "egne tal"],
  ["of", "for"],
  ["on", "på"],
  ["owners", "ansvarlige"],
  ["owner", "ansvarlig"],
  ["page", "side"],
  ["parameters", "parametre"],
  ["parameter", "parameteren"],
  ["persons", "personer"],
  ["plans", "planer"],
  ["plan", "planen"],
  ["registers", "registre"],
  ["register", "registret"],
  ["removed", "fjernet"],
  ["roles", "roller"],
  ["role", "rolle"],
  ["scenarios", "scenarier"],
  ["scenario", "scenariet"],
  ["series", "serien"],
  ["snapshots", "registre"],
  ["stopped", "stoppet"],
  ["text", "tekst"],
  ["unchanged", "uændret"],
  ["unit", "enheden"],
  ["units", "enheder"],
  ["until", "til"],
  ["user", "brugeren"],
  ["users", "brugere"],
  ["version", "udgave"],
  ["vocabulary", "ordlisterne"],
  ["withdrawn", "trukket tilbage"],
];

const danish = new Map(words);
/** Whole words only: those within the id of a plan or a goal stand. */
const known = new RegExp(`(?<![\\p{L}\\d-])(?:${words.map(([told]) => told).join("|")})(?![\\p{L}\\d-])`, "gu");
/** Hashes say nothing to a reader beyond their beginning. */
const hash = /\b([0-9a-f]{12})[0-9a-f]{12,52}\b/g;

/**
 * What an act touched, or what was asked for, as a person reads it; ids and codes stand as they are.
 *
 * @example toldText("plan aalborg-2018 goal kontanthjaelp").da // "planen aalborg-2018 målet kontanthjaelp"
 */
export function toldText(told: string): Text {
  const en = told.replace(hash, "$1");
  // What was asked of the log is kept as it was asked.
  const da = told.startsWith("{") ? en : en.replace(known, (one) => danish.get(one) ?? one);
  return { da, en };
}
