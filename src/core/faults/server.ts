import { row } from "./row.ts";

/** What can be wrong with a request to the server. */
export const serverFaults = {
  "not-signed-in": row(
    401,
    "Du er ikke logget ind, eller din session er udløbet.",
    "You are not signed in, or your session is over.",
    "Log ind, og prøv igen. Det, du har gemt, er der stadig.",
    "Sign in and try again. What you have saved is still there.",
  ),
  "foreign-request": row(
    403,
    "Forespørgslen kommer ikke fra programmets egne sider.",
    "The request does not come from the program's own pages.",
    "Åbn siden igen, og prøv igen. Et program sender overskriften «x-pejlemaerke: 1».",
    "Open the page again and try again. A program sends the header «x-pejlemaerke: 1».",
  ),
  "no-such-address": row(
    404,
    "Adressen {address} findes ikke.",
    "The address {address} does not exist.",
    "Se adresserne i /api/openapi.json.",
    "See the addresses in /api/openapi.json.",
  ),
  "bad-request": row(
    400,
    "Forespørgslen kan ikke læses: {why}.",
    "The request cannot be read: {why}.",
    "Ret den efter beskrivelsen i /api/openapi.json.",
    "Correct it by the description in /api/openapi.json.",
  ),
  "too-much": row(
    413,
    "Det, du sendte, er større, end der tages imod her.",
    "What you sent is larger than what is taken here.",
    "Del det op, eller bed administratoren hæve grænsen.",
    "Divide it, or ask the administrator to raise the limit.",
  ),
  "too-many-requests": row(
    429,
    "Der kommer for mange forespørgsler fra dig på én gang.",
    "Too many requests come from you at once.",
    "Vent {seconds} sekunder, og prøv igen.",
    "Wait {seconds} seconds and try again.",
  ),
  "sign-in-refused": row(
    403,
    "Login lykkedes ikke: {why}.",
    "The sign-in failed: {why}.",
    "Prøv igen, eller bed din administrator om en bruger.",
    "Try again, or ask your administrator for a user.",
  ),
  "program-failed": row(
    500,
    "Programmet fejlede. Nummer {number}.",
    "The program failed. Number {number}.",
    "Intet er ændret. Prøv igen, og giv nummeret videre, hvis det sker igen.",
    "Nothing was changed. Try again, and pass the number on if it happens again.",
  ),
};
