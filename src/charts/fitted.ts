/** As much of a name as there is room for, in pixels, so that it does not run into the next. */
export function fitted(label: string, width: number): string {
  const most = Math.max(2, Math.floor(width / 7));
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
