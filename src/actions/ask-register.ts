import { Worker } from "node:worker_threads";
import { BrokenInput } from "#core/faults/fault.ts";
import type { Folders } from "./open-data.ts";
import type { answers, Returned, Sent } from "./register-thread.ts";

type Answers = typeof answers;
type Asked<K extends keyof Answers> = Parameters<Answers[K]>[1];
type Answer<K extends keyof Answers> = Awaited<ReturnType<Answers[K]>>;

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: unknown) => void };
/** A thread, who waits for it, and how many of them for a look, which it counts down itself. */
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; readonly looks: Int32Array };

/** Scenarios take seconds, and are asked one upon another: they keep a thread of their own busy, and no page waits. */
const apart: ReadonlySet<keyof Answers> = new Set(["look", "scenario"]);

const threads = new Map<"scenarios" | "all", Thread>();
let count = 0;

/**
 * Asks a register something in a thread of its own, which keeps registers open: whoever asks goes on answering others.
 * A thread is started when first needed and keeps no program alive.
 *
 * @throws BrokenInput what computing finds
 */
export function askRegister<K extends keyof Answers>(folders: Folders, kind: K, asked: Asked<K>): Promise<Answer<K>> {
  const name = apart.has(kind) ? "scenarios" : "all";
  const { worker, waiting, looks } = threads.get(name) ?? startThread(name);
  const number = ++count;
  worker.ref();
  return new Promise<Answer<K>>((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, folders, kind, asked } satisfies Omit<Sent, "asked"> & { asked: Asked<K> });
    if (kind === "look") Atomics.add(looks, 0, 1);
  });
}

function startThread(name: "scenarios" | "all"): Thread {
  const looks = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL("register-thread.ts", import.meta.url), { workerData: looks });
  const waiting = new Map<number, Waiting>();
  const thread = { worker, waiting, looks };
  threads.set(name, thread);
  worker.on("message", (told: Returned) => {
    const asker = waiting.get(told.number);
    waiting.delete(told.number);
    if (waiting.size === 0) worker.unref();
    if ("answer" in told) asker?.resolve(told.answer as never);
    else asker?.reject("faults" in told ? new BrokenInput(told.faults) : new Error(told.failed));
  });
  const end = (error: unknown) => {
    if (threads.get(name) === thread) threads.delete(name);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`the thread that reads registers ended: ${code}`)));
  return thread;
}
