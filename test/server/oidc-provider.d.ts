/** The provider of sign-ins that the test runs; the package tells no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
  // biome-ignore lint/style/noDefaultExport: it is the package's.
  export default Provider;
}
