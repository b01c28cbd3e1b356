import { expect, it } from "vitest";
import { html } from "./html.ts";

it("What is put into a page is escaped, in text and in attributes", () => {
  const title = `<script>alert("1")</script> & 'more'`;
  expect(html`<a title="${title}">${title}</a>`.html).toBe(
    `<a title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;</a>`,
  );
});

it("Pieces stand as they are, lists one after the other, and what is not there is not shown", () => {
  expect(html`<ul>${[html`<li>${1}</li>`, undefined, false, [html`<li>2</li>`]]}</ul>`.html).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});
