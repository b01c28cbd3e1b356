/** Text that is HTML already, and is put into a page as it stands. */
export type Html = { readonly html: string };

/** What can be put into a page: everything but HTML is escaped, and nothing of what is undefined or false is shown. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/**
 * A piece of a page. Whatever is put into it is escaped, unless it is such a piece itself.
 *
 * @example html`<p>${"1 < 2"}</p>`.html // "<p>1 &lt; 2</p>"
 */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: pieces.map((piece, at) => (at === 0 ? piece : `${textOf(contents[at - 1])}${piece}`)).join("") };
}

/** Text that is known to be HTML: a drawing. */
export function asHtml(text: string): Html {
  return { html: text };
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return "html" in content ? content.html : content.map(textOf).join("");
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text with the marks of HTML made harmless, in an element and in a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark]);
}
