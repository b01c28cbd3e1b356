import type { FastifyInstance, FastifyRequest } from "fastify";
import * as client from "openid-client";
import { keepVouched } from "#actions/sign-in.ts";
import { withoutCpr } from "#actions/without-cpr.ts";
import { grantsOfClaims } from "#core/access/claims.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import { hideCpr, mentionsCpr } from "#core/register/cpr.ts";
import { verbatim } from "#core/text/text.ts";
import { clearCookie, findCookie, setCookie } from "../cookies.ts";
import { doorOf, type House, type ProviderSetting } from "../house.ts";
import { letIn } from "./session.ts";

/** What is remembered of a sign-in under way, sealed in a cookie: a browser can neither read nor make it. */
type UnderWay = { readonly verifier: string; readonly state: string; readonly nonce: string; readonly back: string };

const COOKIE = "pejl_signing_in";
const MINUTES = 10;

/**
 * The two addresses of signing in with OpenID Connect: `/sign-in` sends the browser to the provider, `/sign-in/done`
 * takes it back (authorization code with PKCE, state and nonce).
 */
export function addProvider(app: FastifyInstance, house: House, setting: ProviderSetting): void {
  const found = once(() => discover(setting));
  app.get<{ Querystring: { back?: string } }>("/sign-in", async (request, reply) => {
    const underWay = {
      verifier: client.randomPKCECodeVerifier(),
      state: client.randomState(),
      nonce: client.randomNonce(),
      back: ownPath(request.query.back),
    };
    setCookie(house, reply, COOKIE, sealed(house, underWay), MINUTES * 60);
    const address = client.buildAuthorizationUrl(await found(), {
      redirect_uri: returnAddress(house),
      scope: "openid profile email",
      code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
      code_challenge_method: "S256",
      state: underWay.state,
      nonce: underWay.nonce,
    });
    return reply.redirect(address.href);
  });
  app.get("/sign-in/done", async (request, reply) => {
    const { verifier, state, nonce, back } = opened(house, request);
    clearCookie(house, reply, COOKIE);
    const claims = await claimsOf(await found(), house, request, { verifier, state, nonce });
    const vouched = { issuer: setting.issuer, subject: claims.sub };
    const { grants, unknown } = grantsOfClaims(claims[setting.rolesClaim]);
    if (unknown.length > 0)
      request.log.warn({ unknown: unknown.map(hideCpr) }, "roles of the provider that the program does not know");
    const name = [claims.name, claims.preferred_username, claims.sub].find((one) => typeof one === "string") ?? "";
    const email = typeof claims.email === "string" ? claims.email : undefined;
    withoutCpr([vouched.subject, name, email].join(" "));
    await keepVouched(doorOf(house), vouched, { name, email, grants });
    await letIn(house, reply, vouched);
    return reply.redirect(back);
  });
}

async function claimsOf(
  config: client.Configuration,
  house: House,
  request: FastifyRequest,
  { verifier, state, nonce }: Omit<UnderWay, "back">,
): Promise<client.IDToken> {
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(request.url, house.address), checks);
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("no identity");
    return claims;
  } catch (error) {
    const why = hideCpr(error instanceof Error ? error.message : String(error));
    request.log.warn({ why }, "sign-in refused");
    throw refused(why);
  }
}

/** The provider's own description of itself; plain http only for a provider on this machine. */
function discover({ issuer, clientId, clientSecret }: ProviderSetting): Promise<client.Configuration> {
  const address = new URL(issuer);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  const options = isHere ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(address, clientId, clientSecret, undefined, options);
}

function returnAddress({ address }: House): string {
  return new URL("/sign-in/done", address).href;
}

/** Only ever back to a page of ours. */
function ownPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) && !mentionsCpr(back) ? back : "/";
}

function sealed({ database }: House, underWay: UnderWay): string {
  return database.secrets.seal(JSON.stringify(underWay), COOKIE).toString("base64url");
}

function opened(house: House, request: FastifyRequest): UnderWay {
  const cookie = findCookie(house, request, COOKIE);
  if (cookie === undefined) throw refused("the sign-in was begun in another browser, or too long ago");
  try {
    return JSON.parse(house.database.secrets.open(Buffer.from(cookie, "base64url"), COOKIE));
  } catch (error) {
    if (error instanceof BrokenInput) throw refused("the sign-in was not begun here");
    throw error;
  }
}

function refused(why: string) {
  return broken("sign-in-refused", { why: verbatim(why) });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
