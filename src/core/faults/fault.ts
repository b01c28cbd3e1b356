import { fill, type Text } from "../text/text.ts";
import { type FaultCode, faultTable } from "./table.ts";

/** Where in a file something stands. Lines and columns count from 1. */
export type Place = {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The path of keys to the value, as `goals.0.target.kind`. */
  readonly path?: string;
};

/** One thing wrong with the input: a code of the fault table, where it stands, and the words that fill its message. */
export type Fault = {
  readonly code: FaultCode;
  readonly place: Place;
  readonly parameters: Readonly<Record<string, string | number | Text>>;
};

/** Thrown when input cannot be used; carries every fault found, never only the first. */
export class BrokenInput extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => faultLine(fault).da).join("\n"));
    this.name = "BrokenInput";
    this.faults = faults;
  }
}

/** A `BrokenInput` of a single fault, ready to throw. */
export function broken(code: FaultCode, parameters: Fault["parameters"] = {}, place: Place = {}): BrokenInput {
  return new BrokenInput([{ code, place, parameters }]);
}

/** What is wrong, in a sentence. */
export function faultMessage(fault: Fault): Text {
  return fill(faultTable[fault.code].says, fault.parameters);
}

/** What to do now, in a sentence. */
export function faultMend(fault: Fault): Text {
  return fill(faultTable[fault.code].mend, fault.parameters);
}

/** File, line, column, what is wrong and what to do, on one line. */
export function faultLine(fault: Fault): Text {
  const { file, line, column, path } = fault.place;
  const where = [file, line, column].filter((part) => part !== undefined).join(":");
  const at = [where, path].filter((part) => part !== undefined && part !== "").join(" ");
  const says = faultMessage(fault);
  const mend = faultMend(fault);
  const join = (message: string, then: string) => `${at === "" ? "" : `${at}: `}${message} ${then}`.trim();
  return { da: join(says.da, mend.da), en: join(says.en, mend.en) };
}
