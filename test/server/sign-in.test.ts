import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeUser } from "#actions/users.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import { callOf } from "#server/house.ts";
import { readSetting } from "#server/setting.ts";
import { findActor } from "#store/accounts.ts";
import { addUnit } from "#store/units.ts";
import { embedded } from "../contract/databases.ts";
import { administrator } from "../contract/people.ts";
import { addPerson, ask, codeOf, cookieOf, type Home, openHome, PATIENCE } from "./home.ts";
import { type Issuer, openIssuer } from "./issuer.ts";

/** A browser that follows the provider's forms until it is sent back to us; the address it is sent to. */
async function signInAt(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 20; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response: Response = await fetch(url, {
      ...{ redirect: "manual", headers: { cookie } },
      ...(form && { method: "POST", body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined) jar.set(name, value);
    }
    const location = response.headers.get("location");
    const html: string = await response.text();
    if (location !== null) {
      url = new URL(location, url).href;
      form = undefined;
      if (url.startsWith("http://localhost:3000/")) return new URL(url);
      continue;
    }
    url = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? "", url).href;
    const prompt: string = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? "";
    form = new URLSearchParams({ prompt, ...(prompt === "login" && { login, password: "any" }) });
  }
  throw new Error("The provider does not send the browser back.");
}

describe.skipIf(embedded.bin() === undefined)("Signing in through a provider", () => {
  let home: Home;
  let issuer: Issuer;

  beforeAll(async () => {
    issuer = await openIssuer();
    issuer.trust("http://localhost:3000/sign-in/done");
    home = await openHome({ demo: false, provider: issuer.setting });
    const unit = { id: "north", municipality: "851", name: "Center Nord" };
    await home.house.database.store.within(EVERYTHING, (rows) => addUnit(rows, unit));
  }, PATIENCE);
  afterAll(async () => {
    issuer?.close();
    await home?.close();
  }, PATIENCE);

  /** Begins a sign-in: where the browser is sent, and the cookie it is to bring back. */
  async function begin(back = "/") {
    const response = await ask(home.app, { method: "GET", path: "/sign-in", query: { back } });
    expect(response.statusCode).toBe(302);
    return { to: String(response.headers.location), cookie: cookieSet(response.headers["set-cookie"]) };
  }

  /** Comes back from the provider. */
  function comeBack(at: URL, cookie: string) {
    return ask(home.app, { method: "GET", path: at.pathname, query: Object.fromEntries(at.searchParams), cookie });
  }

  async function signInAs(login: string) {
    const { to, cookie } = await begin("/planer");
    return comeBack(await signInAt(to, login), cookie);
  }

  async function whoIs(cookie: string) {
    return (await ask(home.app, { method: "GET", path: "/api/session", cookie })).json().user;
  }

  test("goes by code with PKCE, state and nonce, and gives the roles of the claims and no others", async () => {
    const response = await signInAs("hanne");
    expect([response.statusCode, response.headers.location]).toEqual([302, "/planer"]);
    const asked = issuer.asked.find(({ pathname }) => pathname === "/auth")?.searchParams;
    expect(asked?.get("response_type")).toBe("code");
    expect(asked?.get("code_challenge_method")).toBe("S256");
    for (const key of ["code_challenge", "state", "nonce"]) expect(asked?.get(key)?.length).toBeGreaterThan(20);
    const user = await whoIs(cookieSet(response.headers["set-cookie"], "pejl_session"));
    expect(user.name).toBe("Navn hanne");
    expect(
      user.roles.map(({ role, municipality }: { role: string; municipality: string }) => `${role} ${municipality}`),
    ).toEqual(["head 851", "reader 165"]);
    expect(home.logged()).toContain("king@851");
  });

  test("sets a cookie that no script can read and no other site sends, and gives no role in a unit there is none of", async () => {
    const { headers } = await signInAs("carl");
    expect([headers["set-cookie"]].flat().join("\n")).toMatch(/^pejl_session=.*HttpOnly; SameSite=Lax$/m);
    const { roles } = await whoIs(cookieSet(headers["set-cookie"], "pejl_session"));
    expect(roles.map(({ role, unit }: { role: string; unit: string }) => `${role} ${unit}`)).toEqual([
      "caseworker north",
    ]);
  });

  test("whom the provider gives no role has no user here", async () => {
    const response = await signInAs("gaest");
    expect([response.statusCode, codeOf(response)]).toEqual([403, "sign-in-refused"]);
  });

  test("is refused with another state, without the cookie, with a cookie altered, and a second time", async () => {
    const { to, cookie } = await begin();
    const back = await signInAt(to, "hanne");
    const wrong = new URL(back);
    wrong.searchParams.set("state", "another");
    const [name, value] = cookie.split("=");
    const altered = `${name}=${value.slice(0, -4)}${value.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
    const other = (await begin()).cookie;
    for (const [at, held] of [
      [wrong, cookie],
      [back, ""],
      [back, altered],
      [back, other],
    ] as const) {
      const response = await comeBack(at, held);
      expect([response.statusCode, codeOf(response)]).toEqual([403, "sign-in-refused"]);
      expect(String(response.headers["set-cookie"] ?? "")).not.toContain("pejl_session=");
    }
    expect((await comeBack(back, cookie)).statusCode).toBe(302);
    expect(codeOf(await comeBack(back, cookie))).toBe("sign-in-refused");
  });

  test("only ever comes back to a page of ours", async () => {
    for (const back of [
      "https://example.org/",
      "//example.org",
      "/\\example.org",
      "javascript:alert(1)",
      "/7101901234",
    ]) {
      const { to, cookie } = await begin(back);
      expect((await comeBack(await signInAt(to, "hanne"), cookie)).headers.location).toBe("/");
    }
  });

  test("a user the program has closed is signed out, and stays out", async () => {
    const id = "127.0.0.1 carl";
    const cookie = cookieSet((await signInAs("carl")).headers["set-cookie"], "pejl_session");
    expect((await whoIs(cookie)).id).toBe(id);
    const user = { id, municipality: "851", name: "Navn carl", language: "da", active: false } as const;
    await changeUser(callOf(home.house, administrator), user);
    expect(await whoIs(cookie)).toBeUndefined();
    expect(codeOf(await signInAs("carl"))).toBe("sign-in-refused");
    const actor = home.house.database.store.within(EVERYTHING, (rows) => findActor(rows, id));
    expect(await actor).toBeUndefined();
  });

  test("the demo's users are not there", async () => {
    const { signIn } = (await ask(home.app, { method: "GET", path: "/api/session" })).json();
    expect(signIn).toEqual({ provider: "/sign-in", demo: [] });
    const response = await ask(home.app, { method: "POST", path: "/api/session/demo", body: { user: "demo-head" } });
    expect([response.statusCode, codeOf(response)]).toEqual([403, "sign-in-refused"]);
  });

  test("a session ends when its time is over, and everywhere at once", async () => {
    await addPerson(home, "rikke", { role: "reader", municipality: "851" });
    const brief = await cookieOf(home, "rikke", -1);
    expect(await whoIs(brief)).toBeUndefined();
    const [here, there] = [await cookieOf(home, "rikke"), await cookieOf(home, "rikke")];
    const params = { user: "rikke" };
    const list = await ask(home.app, { method: "GET", path: "/api/users/:user/sessions", params, cookie: here });
    const sessions: { id: string; here: boolean }[] = list.json().sessions;
    expect(sessions.map((one) => one.here).toSorted()).toEqual([false, true]);
    const session = sessions.find((one) => !one.here)?.id ?? "";
    const path = "/api/users/:user/sessions/:session";
    const one = await ask(home.app, { method: "DELETE", path, params: { ...params, session }, cookie: here });
    expect(one.json()).toEqual({ ended: 1 });
    expect([await whoIs(there), (await whoIs(here)).id]).toEqual([undefined, "rikke"]);
    const again = await cookieOf(home, "rikke");
    await ask(home.app, { method: "DELETE", path: "/api/users/:user/sessions", params, cookie: again });
    for (const cookie of [here, there, again]) expect(await whoIs(cookie)).toBeUndefined();
  });
});

test("the demo's users exist only on this machine itself, without a provider, and unless they are declined", () => {
  const provider = { OIDC_ISSUER: "https://id.example.dk", OIDC_CLIENT_ID: "pejl", OIDC_CLIENT_SECRET: "s" };
  expect(readSetting([], {}).demo).toBe(true);
  expect(readSetting(["--host", "0.0.0.0"], {}).demo).toBe(false);
  expect(readSetting([], { HOST: "10.0.0.4" }).demo).toBe(false);
  expect(readSetting(["--no-demo"], {}).demo).toBe(false);
  expect(readSetting([], provider).demo).toBe(false);
});

/** The cookie that an answer sets, as a browser sends it back. */
function cookieSet(header: string | string[] | undefined, name = "pejl_signing_in"): string {
  return (
    [header ?? []]
      .flat()
      .find((line) => line.startsWith(`${name}=`))
      ?.split(";")[0] ?? ""
  );
}
