/** A few choices side by side, one of them made. */
export function Segments<Choice extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  /** What is chosen, for a screen reader. */
  readonly label: string;
  readonly options: readonly { readonly value: Choice; readonly label: string }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ value, label: words }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
