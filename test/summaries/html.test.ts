import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../src/summaries/html.ts";

const body = (markdown: string) => /<body>\n([\s\S]*)\n<\/body>/.exec(renderHtml(markdown, "t"))![1];

test("headings, paragraphs, lists, tables, quotes, code and rules", () => {
  expect(body("# A *b*\n\none\ntwo\n\n- x\n  more\n- **y** `z|`\n\n1. n\n\n> q\n> r\n\n---\n\n```\n<a>\n```")).toBe(
    [
      "<h1>A <em>b</em></h1>",
      "<p>one\ntwo</p>",
      "<ul><li>x\nmore</li>\n<li><strong>y</strong> <code>z|</code></li></ul>",
      "<ol><li>n</li></ol>",
      "<blockquote><p>q\nr</p></blockquote>",
      "<hr>",
      "<pre>&#60;a&#62;</pre>",
    ].join("\n"),
  );
  expect(body("| a | b |\n| --- | ---: |\n| 1 | x \\| y |")).toBe(
    "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>x | y</td></tr>\n</table>",
  );
});

test("escapes and entities read as what they stand for, and are escaped again", () => {
  expect(body("\\*no\\* &lt;i&gt; &amp;amp; \\<b>")).toBe("<p>*no* &#60;i&#62; &#38;amp; &#60;b&#62;</p>");
});

test("an address stays text", () => {
  expect(body("[x](javascript:alert(1)) https://a.example <img src=x onerror=alert(1)>")).toBe(
    "<p>[x](javascript:alert(1)) https://a.example &#60;img src=x onerror=alert(1)&#62;</p>",
  );
});

test("no text can become a tag of its own", () => {
  const hostile = fc.array(
    fc.constantFrom(
      "<script>",
      "</pre>",
      "**",
      "*",
      "`",
      "```\n",
      "|",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "# ",
      "&lt;",
      "\\",
      "a",
      '"',
      "1. ",
      "--- ",
    ),
    { maxLength: 30 },
  );
  const ours = /<\/?(?:h[1-6]|p|ul|ol|li|table|tr|th|td|blockquote|pre|code|strong|em|hr)>/g;
  fc.assert(
    fc.property(hostile, (pieces) => {
      expect(body(`x\n\n${pieces.join("")}`)!.replace(ours, "")).not.toMatch(/[<>"]/);
    }),
  );
});

test("the title is escaped and nothing may be loaded", () => {
  const page = renderHtml("x", "<script>");
  expect(page).toContain("<title>&#60;script&#62;</title>");
  expect(page).toContain("default-src 'none'");
});
