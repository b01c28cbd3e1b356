import type { Answered, Endpoint, Sent } from "#api/endpoint.ts";
import type { Problem } from "#api/problem.ts";
import type { Text } from "#core/text/text.ts";

/** What must be sent to an endpoint; a part that it takes nothing in may be left out. */
type Sending<E extends Endpoint> = Optional<"params", Sent<E>["params"]> &
  Optional<"query", Sent<E>["query"]> &
  Optional<"body", Sent<E>["body"]> & {
    /** Why somebody needs it, in their own words: kept in the log. */
    readonly reason?: string;
  };
type Optional<Key extends string, Value> =
  Record<never, never> extends Value
    ? { readonly [K in Key]?: Value }
    : undefined extends Value
      ? { readonly [K in Key]?: Value }
      : { readonly [K in Key]: Value };
type Arguments<E extends Endpoint> = Record<never, never> extends Sending<E> ? [sent?: Sending<E>] : [sent: Sending<E>];

/** Thrown when the server refuses or cannot be reached: what happened and what to do, in both languages. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: Text;
  readonly detail: Text;
  readonly faults: Problem["faults"];

  constructor(status: number, { code, title, detail, faults }: Pick<Problem, "code" | "title" | "detail" | "faults">) {
    super(`${code}: ${title}`);
    this.name = "Refused";
    const [first] = faults;
    this.status = status;
    this.code = code;
    this.title = first?.says ?? { da: title, en: title };
    this.detail = first?.mend ?? { da: detail, en: detail };
    this.faults = faults;
  }
}

/**
 * Asks the server. Method and path are those of the endpoint's type, so that a wrong one does not compile; the answer is
 * trusted to have the shape the server holds it to.
 *
 * `call<typeof readOverview>("GET", "/api/plans/:plan/overview", { params: { plan }, query: {} })`
 *
 * @throws Refused
 */
export async function call<E extends Endpoint>(
  method: E["method"],
  path: E["path"],
  ...[sent]: Arguments<E>
): Promise<Answered<E>> {
  const body = partOf(sent, "body");
  const reason = partOf(sent, "reason");
  const response = await reach(written(path, sent), {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(method !== "GET" && { "x-pejlemaerke": "1" }),
      ...(body !== undefined && { "content-type": "application/json" }),
      // A header holds no Danish letters.
      ...(typeof reason === "string" && { "x-pejlemaerke-reason": encodeURIComponent(reason) }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await refusal(response);
  return JSON.parse((await response.text()) || "null");
}

/** Sends files to an endpoint that takes them, telling how much is sent, 0 to 1; the signal breaks off. @throws Refused */
export async function sendFiles<E extends Endpoint<"POST">>(
  path: E["path"],
  query: Sent<E>["query"],
  files: readonly File[],
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<Answered<E>> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  // Only the older way of asking tells how much is sent.
  const asking = new XMLHttpRequest();
  asking.open("POST", written(path, { query }));
  asking.setRequestHeader("x-pejlemaerke", "1");
  asking.setRequestHeader("accept", "application/json");
  asking.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
  signal.addEventListener("abort", () => asking.abort());
  const response = await new Promise<Response>((resolve, reject) => {
    const broken = () => reject(new Refused(0, { code: "unreachable", title: "", detail: "", faults: [unreachable] }));
    asking.onload = () => resolve(responseOf(asking));
    asking.onerror = broken;
    asking.onabort = broken;
    asking.send(form);
  });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

function responseOf(asked: XMLHttpRequest): Response {
  const type = asked.getResponseHeader("content-type") ?? "";
  return new Response(asked.responseText, { status: asked.status, headers: { "content-type": type } });
}

/** The address of what an endpoint answers, for a link that downloads it. */
export function addressOf<E extends Endpoint>(path: E["path"], ...[sent]: Arguments<E>): string {
  return written(path, sent);
}

function written(path: string, sent: unknown): string {
  return `${filled(path, entriesOf(partOf(sent, "params")))}${queried(entriesOf(partOf(sent, "query")))}`;
}

function partOf(sent: unknown, part: string): unknown {
  return typeof sent === "object" && sent !== null ? Reflect.get(sent, part) : undefined;
}

function entriesOf(part: unknown): [string, unknown][] {
  return typeof part === "object" && part !== null ? Object.entries(part) : [];
}

function filled(path: string, params: readonly [string, unknown][]): string {
  const values = new Map(params);
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}

function queried(query: readonly [string, unknown][]): string {
  const asked = query.filter(([, value]) => value !== undefined && value !== "");
  return asked.length === 0 ? "" : `?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    throw new Refused(0, { code: "unreachable", title: "", detail: "", faults: [unreachable] });
  }
}

async function refusal(response: Response): Promise<Refused> {
  if (response.headers.get("content-type")?.startsWith("application/problem+json") !== true)
    return new Refused(response.status, { code: "unreadable", title: "", detail: "", faults: [unreadable] });
  return new Refused(response.status, await response.json());
}

const again: Text = {
  da: "Intet er gået tabt. Vent et øjeblik, og prøv igen.",
  en: "Nothing is lost. Wait a moment, then try again.",
};
const unreachable = {
  code: "unreachable",
  says: { da: "Serveren svarer ikke.", en: "The server does not answer." },
  mend: again,
};
const unreadable = {
  code: "unreadable",
  says: { da: "Serveren svarede med noget uventet.", en: "The server answered with something unexpected." },
  mend: again,
};
