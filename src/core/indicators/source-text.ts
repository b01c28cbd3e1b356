import type { Text } from "../text/text.ts";

/** What a register of invented people is marked with, wherever its name stands as a source. */
export const simulatedMark = "simuleret · simulated";

/** The owner of figures that a municipality has counted itself. */
export const ownFiguresMark = "egne tal · own figures";

/**
 * The name of a source for readers of either language. A file has room for one name only, so the few words of our own in it
 * stand there in both.
 *
 * @example sourceText("egne tal · own figures").en // "own figures"
 */
export function sourceText(source: string): Text {
  return [simulatedMark, ownFiguresMark].reduce(
    ({ da, en }, mark) => {
      const [danish, english] = mark.split(" · ");
      return { da: da.replace(mark, danish), en: en.replace(mark, english) };
    },
    { da: source, en: source },
  );
}
