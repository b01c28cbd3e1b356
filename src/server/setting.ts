import { parseArgs } from "node:util";
import type { ProviderSetting } from "./house.ts";

/** How the server is started: by its options and the environment. */
export type Setting = {
  readonly port: number;
  readonly host: string;
  readonly demo: boolean;
  /** The address people reach it at. */
  readonly address: string;
  readonly provider?: ProviderSetting;
};

/**
 * Reads options and environment. The demo's users exist only where nobody but this machine can reach the server and no
 * provider of sign-ins is set.
 */
export function readSetting(words: readonly string[], environment: NodeJS.ProcessEnv): Setting {
  const { values } = parseArgs({ args: [...words], options, strict: false });
  const port = Number(values.port ?? environment.PORT ?? 3000);
  const host = String(values.host ?? environment.HOST ?? "localhost");
  const provider = findProvider(environment);
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(host);
  return {
    ...{ port, host, provider, demo: values["no-demo"] !== true && isHere && provider === undefined },
    address: environment.PEJL_ADDRESS ?? `http://${host}:${port}`,
  };
}

const options = { port: { type: "string" }, host: { type: "string" }, "no-demo": { type: "boolean" } } as const;

function findProvider(environment: NodeJS.ProcessEnv): ProviderSetting | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer, clientId, clientSecret, rolesClaim: environment.OIDC_ROLES_CLAIM ?? "roles" };
}
