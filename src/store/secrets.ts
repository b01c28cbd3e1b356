import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Mac } from "#core/audit/entry.ts";
import { broken } from "#core/faults/fault.ts";

/** The environment variables that hold the installation's secret, and those it had before, parted by commas. */
const SECRET = "PEJL_SECRET";
const FORMER = "PEJL_FORMER_SECRETS";

/** Everything the installation's secret is for; the secret itself is never handed on. */
export type Secrets = {
  /** Seals the audit log. */
  readonly auditMac: Mac;
  /** A text sealed so that only who has the secret can read it, and only for what it is bound to. */
  readonly seal: (text: string, boundTo: string) => Buffer;
  /** The text of a seal. @throws BrokenInput wrong-secret, of another secret, bound to something else, or altered */
  readonly open: (sealed: Buffer, boundTo: string) => string;
  /** Finds a sealed text again without opening any: the same for the same text. */
  readonly lookup: (text: string) => Buffer;
};

/**
 * The installation's secret, from the environment; of an installation that sets none, from `secret` in the folder,
 * written at first use. It is never in the database nor in its backups: without it no CPR number can be read.
 *
 * @throws BrokenInput weak-secret
 */
export function openSecrets(folder: string, environment: NodeJS.ProcessEnv = process.env): Secrets {
  const former = (environment[FORMER] ?? "").split(",").filter((secret) => secret !== "");
  return secretsOf(environment[SECRET] ?? ownSecret(folder), former);
}

/** What a secret of at least 32 characters gives; fields sealed with a former one can be opened still. */
export function secretsOf(secret: string, former: readonly string[] = []): Secrets {
  if (secret.length < 32) throw broken("weak-secret");
  const current = fieldKeyOf(secret);
  const keys = new Map([secret, ...former].map(fieldKeyOf).map((key) => [key.id, key]));
  const auditKey = derive(secret, "audit");
  const lookupKey = derive(secret, "lookup");
  return {
    auditMac: (text) => createHmac("sha256", auditKey).update(text).digest("hex"),
    seal: (text, boundTo) => sealWith(current, text, boundTo),
    open: (sealed, boundTo) => openWith(keys, sealed, boundTo),
    lookup: (text) => createHmac("sha256", lookupKey).update(text).digest(),
  };
}

function ownSecret(folder: string): string {
  const path = join(folder, "secret");
  if (!existsSync(path)) writeOnce(path, randomBytes(32).toString("hex"));
  return readFileSync(path, "utf8").trim();
}

/** Writes a file for our own eyes; when another process was first, its stands. */
function writeOnce(path: string, text: string) {
  const aside = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(aside, text, { mode: 0o600, flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(aside);
  }
}

type FieldKey = { readonly id: string; readonly bytes: Buffer };

const [KEY_ID, NONCE, TAG] = [4, 12, 16];

function fieldKeyOf(secret: string): FieldKey {
  const bytes = derive(secret, "fields");
  return { id: createHmac("sha256", bytes).update("key id").digest().subarray(0, KEY_ID).toString("hex"), bytes };
}

/** Each use has a key of its own, so that none tells of another; HKDF, RFC 5869. */
function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `pejlemaerke ${use}`, 32));
}

/** AES-256-GCM: the key's id, a nonce, the tag, the text. */
function sealWith({ id, bytes }: FieldKey, text: string, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", bytes, nonce).setAAD(Buffer.from(boundTo));
  const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from(id, "hex"), nonce, cipher.getAuthTag(), hidden]);
}

function openWith(keys: ReadonlyMap<string, FieldKey>, sealed: Buffer, boundTo: string): string {
  const id = sealed.subarray(0, KEY_ID).toString("hex");
  const key = keys.get(id);
  if (key === undefined) throw broken("wrong-secret", { key: id });
  const [nonce, tag] = [sealed.subarray(KEY_ID, KEY_ID + NONCE), sealed.subarray(KEY_ID + NONCE, KEY_ID + NONCE + TAG)];
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(boundTo)).setAuthTag(tag);
    const text = decipher.update(sealed.subarray(KEY_ID + NONCE + TAG));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    throw broken("wrong-secret", { key: id });
  }
}
