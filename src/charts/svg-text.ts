import { svgElement } from "./element.ts";
import type { ChartWords } from "./state.ts";
import { fontSize } from "./type-size.ts";

/** The text of a drawing as it stands in a page. */
export function svgInline(drawing: SVGSVGElement): string {
  return drawing.outerHTML;
}

/**
 * The text of a drawing as a file of its own: with title and subtitle above it, on white paper, and with the colours
 * themselves where a page would ask its stylesheet, so that any program shows it.
 */
export function svgText(drawing: SVGSVGElement, { title, subtitle }: ChartWords): string {
  const document = drawing.ownerDocument;
  const width = Number(drawing.getAttribute("width"));
  const height = Number(drawing.getAttribute("height"));
  const lines = [...broken(title, width / 9), ...(subtitle === undefined ? [] : broken(subtitle, width / 7))];
  const titles = broken(title, width / 9).length;
  const head = lines.length * 20 + 12;
  const words = lines.map((line, at) =>
    svgElement(
      document,
      "text",
      {
        x: 0,
        y: 18 + at * 20,
        "font-size": at < titles ? 16 : fontSize,
        "font-weight": at < titles ? 600 : 400,
        "text-anchor": "start",
      },
      [line],
    ),
  );
  const copy = drawing.cloneNode(true);
  const inner = svgElement(document, "g", { transform: `translate(0,${head})` }, [...copy.childNodes]);
  const keep = ["role", "aria-label", "lang", "text-anchor", "font-size", "fill"] as const;
  const kept = Object.fromEntries(keep.map((name) => [name, drawing.getAttribute(name) ?? undefined]));
  const size = { width, height: height + head, viewBox: `-12 -8 ${width + 24} ${height + head + 16}` };
  const paper = svgElement(document, "rect", {
    x: -12,
    y: -8,
    width: width + 24,
    height: height + head + 16,
    fill: "#ffffff",
  });
  const whole = svgElement(
    document,
    "svg",
    { ...kept, ...size, "font-family": "'Source Sans 3', Arial, sans-serif", color: "#16202a" },
    [paper, ...words, inner],
  );
  const text = whole.outerHTML
    .replaceAll(/var\(--[\w-]+, (#[0-9a-f]{6})\)/g, "$1")
    .replaceAll("currentColor", "#16202a");
  const namespace = text.includes("xmlns=") ? text : text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${namespace.replaceAll("&nbsp;", "\u00a0")}\n`;
}

/** Words in lines of at most so many letters. */
function broken(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
