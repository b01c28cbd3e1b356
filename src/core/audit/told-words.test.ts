import { expect, test } from "vitest";
import { sentenceOf } from "./sentence.ts";
import { toldText } from "./told-words.ts";

test("what the log tells of is named in Danish, ids and codes stand", () => {
  expect(toldText("plan draft-plan goal unit-of-work owner none").da).toBe(
    "planen draft-plan målet unit-of-work ansvarlig ingen",
  );
  expect(toldText("sessions of demo-head listed").da).toBe("logins for demo-head vist");
  expect(toldText("users").da).toBe("brugere");
});

test("of a register's hash the beginning is shown", () => {
  const told = toldText("persons behind 2018-06 on 9ab0a5b7ba6db15d7b33a1f7 as of 2018-12-31 page 1");
  expect(told.da).toBe("personerne bag tallet for 2018-06 på 9ab0a5b7ba6d pr. 2018-12-31 side 1");
  expect(told.en).toBe("persons behind 2018-06 on 9ab0a5b7ba6d as of 2018-12-31 page 1");
});

test("the program itself is called so, in both languages", () => {
  const entry = { at: "2026-11-22T08:30:00.000Z", actor: "program", act: "read-plan", outcome: "done" as const };
  const says = sentenceOf({ ...entry, municipalities: [], subject: "plans" }, "program");
  expect(says).toEqual({ da: "Programmet læste planer: planer.", en: "The program read plans: plans." });
});
