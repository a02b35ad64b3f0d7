import { describe, expect, it } from "vitest";
import { canonicalLink, linksOf, siteOf } from "../../src/text/links.ts";

const key = (raw: string) => canonicalLink(raw)?.key ?? null;

describe("a link as it is compared", () => {
  it.each([
    ["scheme, www and final slash", "https://www.Example.org/News/", "example.org/News"],
    ["http is https", "http://example.org/News", "example.org/News"],
    ["www with a number", "https://www3.example.org/a", "example.org/a"],
    ["no scheme", "example.org/a", "example.org/a"],
    ["final dot of the host", "https://example.org./a", "example.org/a"],
    ["case of the path counts", "https://example.org/AbC", "example.org/AbC"],
    ["fragment", "https://example.org/a#part", "example.org/a"],
    [
      "tracking parameters",
      "https://example.org/a?utm_source=x&UTM_Medium=y&fbclid=1&id=7&gclid=2",
      "example.org/a?id=7",
    ],
    ["nothing but tracking parameters", "https://example.org/a?utm_source=x", "example.org/a"],
    ["a name that only begins like one", "https://example.org/a?utmost=1", "example.org/a?utmost=1"],
    ["order of parameters", "https://example.org/a?b=2&a=1", "example.org/a?a=1&b=2"],
    ["order of one parameter's values counts", "https://example.org/a?x=2&x=1", "example.org/a?x=2&x=1"],
    ["ways of writing a space", "https://example.org/a?q=one+two", "example.org/a?q=one%20two"],
    ["a port of its own", "https://example.org:8080/a", "example.org:8080/a"],
    ["the usual port", "https://example.org:443/a", "example.org/a"],
    ["a bare host", "https://example.org/", "example.org"],
    [
      "an international name",
      "https://www.пример.рф/статья",
      "xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F",
    ],
    [
      "the same in punycode",
      "https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F",
      "xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F",
    ],
    ["an address of numbers", "http://192.0.2.7/a", "192.0.2.7/a"],
    ["the same as one number", "http://3221225991/a", "192.0.2.7/a"],
    ["a shortener", "https://t.co/AbC123", "t.co/AbC123"],
    ["a name that is www alone", "https://www.com/a", "www.com/a"],
  ])("%s", (_, raw, wanted) => {
    expect(key(raw)).toBe(wanted);
  });

  it.each([
    "javascript:alert(1)",
    "mailto:anna@example.org",
    "tel:+4912345",
    "data:text/html,x",
    "ftp://example.org/a",
    "file:///etc/hosts",
    "https://t",
    "https://localhost/a",
    "https://",
    "not a link",
    "",
    "https://exa mple.org/",
  ])("%j is none", (raw) => {
    expect(canonicalLink(raw)).toBeNull();
  });

  it("never throws, whatever the bytes", () => {
    for (const raw of [
      "http://a.org/\ud800?\udfff=\ud800",
      "http://a.org/%E0%A4%A?%=%",
      `http://a.org/${"a".repeat(1e5)}`,
    ]) {
      expect(key(raw)).toMatch(/^a\.org\//);
    }
  });
});

describe("the site of a link", () => {
  it.each([
    ["https://news.bbc.co.uk/x", "bbc.co.uk"],
    ["https://m.example.org/x", "example.org"],
    ["https://anna.github.io/x", "anna.github.io"],
    ["https://blog.anna.github.io/x", "anna.github.io"],
    ["https://www.новости.рф/x", "xn--b1amnebsh.xn--p1ai"],
    ["https://t.co/x", null],
    ["https://bit.ly/x", null],
    ["https://www.youtu.be/x", null],
    ["http://192.0.2.7/x", null],
    ["https://co.uk/x", null],
  ])("%s", (raw, wanted) => {
    const link = canonicalLink(raw);
    expect(link).not.toBeNull();
    expect(link?.site).toBe(wanted);
  });

  it("of a bare host", () => {
    expect(siteOf("a.b.example.com.au")).toBe("example.com.au");
  });
});

describe("links in a text", () => {
  it.each([
    ["in order", "b https://b.org/x a HTTP://A.org/y", ["https://b.org/x", "HTTP://A.org/y"]],
    [
      "without the punctuation around them",
      "(https://a.org/x), “https://b.org/y”! https://c.org/z?",
      ["https://a.org/x", "https://b.org/y", "https://c.org/z"],
    ],
    ["in markup", '<a href="https://a.org/x">y</a>', ["https://a.org/x"]],
    ["not those cut off", "https://t.co/ab… https://t.co/cd...", []],
    ["a short link ends where Latin letters end", "看这里https://t.co/AbC123很好", ["https://t.co/AbC123"]],
    ["two without a space", "https://a.org/x|https://b.org/y", ["https://a.org/x", "https://b.org/y"]],
    ["none", "a://b www.example.org", []],
  ])("%s", (_, text, wanted) => {
    expect(linksOf(text)).toEqual(wanted);
  });
});

describe("links inside brackets", () => {
  it.each([
    ["Markdown", "[Канал](https://t.me/+abc)[Ещё", ["https://t.me/+abc"]],
    ["round brackets around it", "(see https://example.org/a) now", ["https://example.org/a"]],
    ["brackets of its own", "https://example.org/X_(Y)z", ["https://example.org/X_(Y)z"]],
  ])("%s", (_, text, links) => {
    expect(linksOf(text)).toEqual(links);
  });
});
