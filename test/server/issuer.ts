import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import type { ProviderSetting } from "#server/house.ts";

/** Whom the provider knows, and what it says they may be here. */
const people: Readonly<Record<string, readonly string[]>> = {
  hanne: ["head@851", "reader@165", "king@851"],
  carl: ["caseworker@851/north", "team-leader@851/nowhere"],
  gaest: [],
};

const client = { id: "pejl", secret: "a secret of the test" } as const;

/** A real provider of sign-ins on this machine: what it was asked, and whom it sends people back to. */
export type Issuer = {
  readonly setting: ProviderSetting;
  readonly asked: readonly URL[];
  /** Sends people back to this address, from now on. */
  readonly trust: (returnTo: string) => void;
  readonly close: () => void;
};

/** Opens a provider that knows three people; each signs in by name with any password. */
export async function openIssuer(): Promise<Issuer> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const issuer = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  const asked: URL[] = [];
  server.on("request", (request) => asked.push(new URL(request.url ?? "/", issuer)));
  return {
    setting: { issuer, clientId: client.id, clientSecret: client.secret, rolesClaim: "roles" },
    asked,
    trust: (returnTo) => server.on("request", providerAt(issuer, returnTo).callback()),
    close: () => server.close(),
  };
}

function providerAt(issuer: string, returnTo: string): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returnTo] }],
    claims: { openid: ["sub"], profile: ["name", "roles"], email: ["email"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ["a key of the test"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: `Navn ${id}`, email: `${id}@example.dk`, roles: people[id] ?? [] }),
    }),
  });
}
