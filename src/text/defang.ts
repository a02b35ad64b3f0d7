/**
 * Links made unusable for a careless click, yet readable and reversible by a person: `hxxps://name[.]example/path`.
 */

/**
 * What is shown as a link inside a text: anything with a scheme, with `www.`, a host followed by a path, and the schemes that run code.
 * A bare host without a path is left alone: "end.Next sentence" would be one. All repeats before a separator are bounded, so that no
 * text makes the search slow.
 */
export const LINK_PATTERN =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"']+|(?:javascript|vbscript|data|file|mailto):[^\s<>"']+|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24}\/[^\s<>"']*/giu;

/** Defang one link. Text that is no link comes back with its dots bracketed up to the first slash, so a host alone is defanged too. */
export function defangLink(link: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):(\/\/)?/i.exec(link);
  if (scheme !== null && scheme[2] === undefined) return link.replace(":", "[:]");
  const head = scheme?.[0] ?? "";
  const rest = link.slice(head.length);
  const end = rest.search(/[/?#]/);
  const host = end === -1 ? rest : rest.slice(0, end);
  const path = end === -1 ? "" : rest.slice(end);
  return defangScheme(head) + host.replaceAll(".", "[.]") + path;
}

/** A host or registrable domain on its own: `name[.]example`. */
export function defangHost(host: string): string {
  return host.replaceAll(".", "[.]");
}

/** A link in two halves for narrow places: the host, which may be cut, and the end of the path, which must stay. */
export function splitLink(link: string): { readonly host: string; readonly end: string } {
  const bare = defangLink(link).replace(/^hxxps?:\/\//i, "");
  const slash = bare.indexOf("/");
  if (slash === -1) return { host: bare, end: "" };
  const segments = bare
    .slice(slash + 1)
    .split("/")
    .filter((segment) => segment !== "");
  const last = segments.at(-1);
  if (last === undefined) return { host: bare.slice(0, slash), end: "" };
  return { host: bare.slice(0, slash), end: segments.length > 1 ? `/…/${last}` : `/${last}` };
}

function defangScheme(head: string): string {
  return head.replace(/^http/i, "hxxp").replace(/^ftp/i, "fxp");
}
