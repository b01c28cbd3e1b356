import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { replaceDurably } from "./durable.ts";

/**
 * Forecasts as they were made, a file each in the folder of their register: written once and kept whole, so that what was
 * expected can be held against what came. Nothing in them is about a person.
 */
export function keepForecast(folder: string, register: string, key: string, forecast: unknown): void {
  mkdirSync(join(folder, register), { recursive: true });
  const path = pathOf(folder, register, key);
  if (!existsSync(path)) replaceDurably(path, JSON.stringify(forecast));
}

/** A forecast that was kept; undefined where none is. */
export function findForecast(folder: string, register: string, key: string): unknown {
  const path = pathOf(folder, register, key);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** The keys of a register's forecasts, the one made first first. */
export function forecastsOf(folder: string, register: string): string[] {
  const own = join(folder, register);
  if (!existsSync(own)) return [];
  const files = readdirSync(own).filter((name) => name.endsWith(".json"));
  const made = (name: string) => statSync(join(own, name)).mtimeMs;
  return files.toSorted((a, b) => made(a) - made(b) || (a < b ? -1 : 1)).map((name) => name.slice(0, -5));
}

function pathOf(folder: string, register: string, key: string): string {
  return join(folder, register, `${key}.json`);
}
