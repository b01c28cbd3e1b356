/** Goes to a place of the document and lets it be seen that one is there; false when it is not on the page. */
export function jumpTo(place: string): boolean {
  const found = findPlace(place);
  if (found === undefined) return false;
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
  return true;
}

/** The element of a place, else of what it stands in: a cell, its table, the tables. */
function findPlace(place: string): HTMLElement | undefined {
  const steps = place.split(".");
  for (let length = steps.length; length > 0; length--) {
    const found = document.getElementById(steps.slice(0, length).join("."));
    if (found !== null) return found;
  }
  return undefined;
}
