#!/usr/bin/env node
// The one door: installs what is missing, then runs the command under the Node version the project uses.
// Plain JavaScript without dependencies, so that it runs on any Node from 18.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const modules = join(home, "node_modules");
const installed = join(modules, ".pejlemaerke-installed");

/** The step that builds the pages, left out while those built are of the sources as they are. */
const pages = "node_modules/vite/bin/vite.js";

const tasks = {
  start: [["src/cli/main.ts", "start"], [pages], ["src/server/main.ts"]],
  serve: [[pages], ["src/server/main.ts"]],
  check: [
    ["node_modules/typescript/bin/tsc", "-b"],
    ["node_modules/@biomejs/biome/bin/biome", "ci", "."],
  ],
  test: [
    ["node_modules/typescript/bin/tsc", "-b"],
    ["node_modules/@biomejs/biome/bin/biome", "ci", "."],
    [pages],
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      ...["pure", "unit", "kills", "browser"].flatMap((name) => ["--project", name]),
    ],
  ],
  "test:browser": [[pages], ["node_modules/vitest/vitest.mjs", "run", "--project", "browser"]],
  "test:kills": [["node_modules/vitest/vitest.mjs", "run", "--project", "all-kills"]],
  "test:long": [["node_modules/vitest/vitest.mjs", "run", "--project", "many-draws", "--project", "long"]],
  bench: [["test/bench/main.ts"]],
};

installWhenNeeded();
const [first, ...rest] = process.argv.slice(2);
const steps = Object.hasOwn(tasks, first ?? "")
  ? tasks[first].map((step, index, all) => (index === all.length - 1 ? [...step, ...rest] : step))
  : [["src/cli/main.ts", ...(first === "pejl" ? rest : process.argv.slice(2))]];
if (first === "start" && rest.includes("--no-demo")) steps[0].push("--no-demo");
for (const step of steps)
  if (step[0] !== pages) runUnderProjectNode(step);
  else buildPagesWhenNeeded();

/** Builds the pages unless those in var/web are of the sources as they are. */
function buildPagesWhenNeeded() {
  const built = join(home, "var", "web", ".built");
  const sources = hashOf(["src/web", "src/charts", "src/core", "src/api", "vite.config.ts", "package-lock.json"]);
  if (existsSync(built) && readFileSync(built, "utf8") === sources) return;
  process.stderr.write("Bygger siderne …\n");
  runUnderProjectNode([pages, "build", "--logLevel", "warn"]);
  writeFileSync(built, sources);
}

/** One hash of the names and contents of files and of all files below folders. */
function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(home.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(home, path));
  return hash.digest("hex");
}

/** Runs `npm ci` unless the modules already match package-lock.json; one process at a time. */
function installWhenNeeded() {
  const lock = createHash("sha256")
    .update(readFileSync(join(home, "package-lock.json")))
    .digest("hex");
  const isInstalled = () => existsSync(installed) && readFileSync(installed, "utf8") === lock;
  if (isInstalled()) return;
  const busy = join(home, ".installer");
  while (!claim(busy)) {
    if (isInstalled()) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  process.once("exit", () => rmSync(busy));
  process.stderr.write("Installerer programmets dele (npm ci) …\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (run.status !== 0) {
    process.stderr.write(
      "npm ci lykkedes ikke; se fejlen ovenfor. Intet er ændret i dine data. Prøv igen med netadgang.\n",
    );
    process.exit(2);
  }
  writeFileSync(installed, lock);
}

/** Whether this process may install: nobody else does. What one left that is no longer there is taken away. */
function claim(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (existsSync(file) && !isAlive(Number(readFileSync(file, "utf8")))) rmSync(file, { force: true });
    return false;
  }
}

/** Whether a process is there; of one that has not yet said its number, taken to be. */
function isAlive(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === "EPERM";
  }
}

/** Runs one script under node_modules' Node (or this one when it is new enough) and stops at the first failure. */
function runUnderProjectNode([script, ...args]) {
  const own = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const node = existsSync(own) ? own : process.execPath;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (node === process.execPath && (major < 22 || (major === 22 && minor < 18))) {
    process.stderr.write(
      `Node ${process.versions.node} er for gammel, og projektets egen blev ikke installeret. Installér Node 24.\n`,
    );
    process.exit(2);
  }
  // A pejl command works on files named from where the user stands; the tasks work on the project.
  const cwd = script === "src/cli/main.ts" ? process.cwd() : home;
  const run = spawnSync(node, [join(home, script), ...args], {
    cwd,
    stdio: "inherit",
    env: {
      // What Node has compiled it need not compile the next time; where it may not write there, it does without.
      NODE_COMPILE_CACHE: join(modules, ".compiled"),
      ...process.env,
      PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    },
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
