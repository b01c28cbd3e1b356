/** How spells are grouped: by benefit, how long they have lasted and age; by visitation too where asked. */
export type Grouping = {
  readonly byVisitation: boolean;
  readonly numberOf: (benefit: number, days: number, age: number | undefined, category: number) => number;
  readonly namesOf: (group: number) => GroupNames;
};

/** A group in codes: `14-26` weeks, `30-49` years; `uoplyst` where nobody knows. */
export type GroupNames = {
  readonly benefit: string;
  readonly duration: string;
  readonly age: string;
  readonly visitation?: string;
};

/** The weeks that have gone, and the age reached, when each band begins. */
const weekStarts = [0, 13, 26, 52, 104, 156];
const ageStarts = [0, 30, 40, 50, 60];

const UNKNOWN = "uoplyst";
const durations = weekStarts.map((weeks, k) => band(weeks === 0 ? 0 : weeks + 1, weekStarts[k + 1]));
const ages = [
  UNKNOWN,
  ...ageStarts.map((years, k) => band(years, k + 1 < ageStarts.length ? ageStarts[k + 1] - 1 : undefined)),
];

function band(first: number, last: number | undefined): string {
  return `${first}-${last ?? ""}`;
}

/** The grouping of a register, whose benefits and categories of visitation have these words. */
export function groupingOf(
  benefits: readonly string[],
  visitations: readonly string[],
  byVisitation: boolean,
): Grouping {
  const categories = byVisitation ? visitations.length : 1;
  return {
    byVisitation,
    numberOf: (benefit, days, age, category) => {
      const duration = weekStarts.findLastIndex((weeks) => weeks * 7 <= days);
      const years = age === undefined ? 0 : ageStarts.findLastIndex((start) => start <= Math.max(0, age)) + 1;
      return ((benefit * durations.length + duration) * ages.length + years) * categories + category;
    },
    namesOf: (group) => {
      const [rest, category] = divide(group, categories);
      const [more, years] = divide(rest, ages.length);
      const [benefit, duration] = divide(more, durations.length);
      const names = { benefit: benefits[benefit] || UNKNOWN, duration: durations[duration], age: ages[years] };
      return byVisitation ? { ...names, visitation: visitations[category] || UNKNOWN } : names;
    },
  };
}

function divide(number: number, by: number): [whole: number, rest: number] {
  return [Math.floor(number / by), number % by];
}
