import { expect, test } from "vitest";
import { addsUp } from "./additivity.ts";

test("full-time persons add up over benefits; persons do not, for one can have several", () => {
  expect(addsUp("benefits", { value: "days" }, "benefit")).toBe(true);
  expect(addsUp("benefits", { value: "persons" }, "benefit")).toBe(false);
});

test("persons add up over what a person is, and on one day over what a person is on it", () => {
  expect(addsUp("benefits", { value: "persons" }, "sex")).toBe(true);
  expect(addsUp("benefits", { value: "persons" }, "visitation")).toBe(false);
  expect(addsUp("benefits", { value: "persons", onLastDay: true }, "visitation")).toBe(true);
});

test("what counts a person's day once does not add up over benefits, and a mean never does", () => {
  expect(addsUp("benefits", { value: "days", once: "sum" }, "benefit")).toBe(false);
  expect(addsUp("survey_answers", { value: "mean" }, "unit")).toBe(false);
});

test("conversations add up over their kind, and not over the benefits of the person", () => {
  expect(addsUp("conversations", { value: "sum" }, "conversation")).toBe(true);
  expect(addsUp("conversations", { value: "sum" }, "benefit")).toBe(false);
});
