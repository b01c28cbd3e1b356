/** Attributes of an element; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an SVG element with its attributes and what is in it. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes,
  inside: readonly (Node | string)[] = [],
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, typeof value === "number" ? shortened(value) : value);
  element.append(...inside);
  return element;
}

/** A coordinate to a hundredth of a pixel. */
export function shortened(value: number): string {
  return String(Math.round(value * 100) / 100);
}
