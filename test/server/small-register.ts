import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a small invented register of Aalborg, or with rows that have faults. */
export function smallRegister(fault = false): Readonly<Record<string, string>> {
  const persons = Array.from({ length: 60 }, (_, i) => `P${i}`);
  const day = (i: number) => String(1 + (i % 28)).padStart(2, "0");
  const benefits = persons.map((id, i) => {
    const from = fault && i % 10 === 0 ? "2018-13-01" : `2018-0${1 + (i % 9)}-${day(i)}`;
    return `${id},kontanthjaelp,${from},2018-12-${day(i)},1,851\n`;
  });
  const born = (i: number) => `19${60 + (i % 40)}-05-${day(i)}`;
  return {
    "benefits.csv": `person_id,benefit,from,to,degree,municipality\n${benefits.join("")}`,
    "persons.csv": `person_id,birth_date,sex\n${persons.map((id, i) => `${id},${born(i)},kvinde\n`).join("")}`,
    "datapackage.json": JSON.stringify({ name: "lille", extracted: "2018-12-31", covers: "2018-01-01..2018-12-31" }),
  };
}

/** Writes files into a new folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The files of a small invented register of Aalborg that is long enough to learn from: three years of people coming and going. */
export function longRegister(): Readonly<Record<string, string>> {
  const months = Array.from(
    { length: 36 },
    (_, at) => `${2016 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, "0")}`,
  );
  const rows = months.flatMap((month, at) =>
    Array.from({ length: 8 }, (_, i) => {
      const until = months[at + 2 + i] ?? "2018-12";
      return `L${at}-${i},${i % 2 === 0 ? "dagpenge" : "kontanthjaelp"},${month}-0${1 + i},${until}-20,1,851\n`;
    }),
  );
  const persons = rows.map((row, i) => `${row.split(",")[0]},19${60 + (i % 40)}-05-11,mand\n`);
  return {
    "benefits.csv": `person_id,benefit,from,to,degree,municipality\n${rows.join("")}`,
    "persons.csv": `person_id,birth_date,sex\n${persons.join("")}`,
    "datapackage.json": JSON.stringify({ name: "langt", extracted: "2018-12-31", covers: "2016-01-01..2018-12-31" }),
  };
}
