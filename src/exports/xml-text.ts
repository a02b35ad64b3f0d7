/**
 * A post's words for an attribute of XML. Characters that XML 1.0 forbids, lone surrogates and marks of direction become U+FFFD: a post must
 * not break the file or its view.
 */
export function xmlText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : "\ufffd"));
  return xmlAttribute(plain);
}

/** Between double quotes; white space is written out, or a reader would make blanks of it. */
export function xmlAttribute(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(/[&<"\t\n\r]/g, (sign) => ESCAPES[sign]!) : text;
}

const NEEDS_ESCAPE = /[&<"\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
