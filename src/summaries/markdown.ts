import { formatCount } from "../text/figures.ts";

/** Markdown's own signs, and tags, from texts of others. */
export function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`).replace(/^([-+=]|\d+[.)])/, "\\$1");
}

export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
