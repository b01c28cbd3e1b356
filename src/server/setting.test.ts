import { describe, expect, it } from "vitest";
import { readSetting } from "./setting.ts";

const provider = { OIDC_ISSUER: "https://login.example.dk", OIDC_CLIENT_ID: "pejl", OIDC_CLIENT_SECRET: "hemmelig" };

describe("The demo's users exist", () => {
  it("where only this machine can reach the server", () => {
    expect(readSetting([], {})).toMatchObject({ port: 3000, demo: true, address: "http://localhost:3000" });
    expect(readSetting(["--port", "4000"], {})).toMatchObject({ port: 4000, demo: true });
  });

  it("nowhere else: not when told so, on another address, or with a provider of sign-ins", () => {
    expect(readSetting(["--no-demo"], {}).demo).toBe(false);
    expect(readSetting(["--host", "0.0.0.0"], {}).demo).toBe(false);
    expect(readSetting([], { HOST: "::" }).demo).toBe(false);
    expect(readSetting([], provider)).toMatchObject({ demo: false, provider: { rolesClaim: "roles" } });
  });
});

it("Half a provider is none", () => {
  expect(readSetting([], { ...provider, OIDC_CLIENT_SECRET: "" }).provider).toBeUndefined();
});
