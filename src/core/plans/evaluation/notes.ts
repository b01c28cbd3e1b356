import { fill, type Text } from "../../text/text.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Ground } from "./ground.ts";
import { periodText } from "./say.ts";

/** What a reader must know of a verdict: which figures were typed in, and which questions were answered, by whom. */
export function addedNotes(goal: Goal, part: Part, { followUp }: Pick<Ground, "followUp">): Text[] {
  const typed = followUp.observations
    .filter((one) => one.goal === goal.id && (one.part ?? part.id) === part.id)
    .map(({ value, period, by, source }) =>
      fill(entered, { value: value.printed, period: periodText(period), by, source }),
    );
  const answers = followUp.answers
    .filter((one) => one.goal === goal.id)
    .map(({ question, by, reading, value }) => fill(answered, { question, by, answer: reading ?? value ?? "" }));
  return [...typed, ...answers];
}

const entered: Text = {
  da: "{value} for {period} er indtastet af {by} ({source}).",
  en: "{value} for {period} was entered by {by} ({source}).",
};
const answered: Text = {
  da: "Spørgsmålet «{question}» er besvaret af {by}: {answer}.",
  en: "The question «{question}» was answered by {by}: {answer}.",
};

/** What a reader must know of the figures behind a verdict. */
export const dataNotes = {
  yearly: {
    da: "Serien er årlig: ultimo læses som årets tal.",
    en: "The series is yearly: the end of the year is read as the year's figure.",
  },
  otherUnit: {
    da: "Udgangspunktet er trykt i en anden enhed end serien.",
    en: "The baseline is printed in another unit than the series.",
  },
  preliminary: {
    da: "Foreløbigt tal: kilden kan stadig ændre det.",
    en: "Preliminary: the source can still revise it.",
  },
} as const satisfies Readonly<Record<string, Text>>;
