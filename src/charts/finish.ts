import type { ChartWords } from "./state.ts";

/**
 * Makes a drawing fit for every page: one picture with one name for a screen reader, and nothing that a strict content
 * policy refuses or axe finds fault with. The rules it loses stand in `charts.css`.
 */
export function finish(drawing: Element, { title, subtitle, language }: ChartWords): SVGSVGElement {
  if (!isSvg(drawing)) throw new TypeError("Not an SVG element");
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const element of [drawing, ...drawing.querySelectorAll("*")])
    for (const name of ["style", "aria-label", "aria-description", "aria-hidden"]) element.removeAttribute(name);
  drawing.setAttribute("class", "chart");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("lang", language);
  drawing.setAttribute("aria-label", subtitle === undefined ? title : `${title}. ${subtitle}`.replace("..", "."));
  return drawing;
}

function isSvg(element: Element): element is SVGSVGElement {
  return element.tagName.toLowerCase() === "svg";
}
