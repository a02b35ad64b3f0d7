import type { IncomingMessage } from "node:http";

/**
 * Headers of every answer. The page may run its own script and style, show its own pictures, and ask this server; nothing else. Graphs
 * are drawn with WebGL, which needs no exception.
 */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "x-frame-options": "DENY",
  "permissions-policy": [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "midi",
    "payment",
    "usb",
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
  "cache-control": "no-store",
};

/**
 * Why a request is turned away, or null. The server holds other people's posts and listens to every program on the machine, so a page
 * of another site must not read it: neither by a name that resolves to 127.0.0.1 (Host), nor from its own origin (Origin,
 * Sec-Fetch-Site). "same-site" is another site, too: a page on another port of this machine is. The one thing that a person may do
 * from elsewhere is follow a link to the page itself.
 */
export function refusal(request: IncomingMessage, port: number): string | null {
  if (SPOKEN_ONCE.some((name) => timesOf(request, name) > 1)) return "This request contradicts itself.";
  const names = ["127.0.0.1", "localhost"].flatMap((name) =>
    // Browsers leave the port of plain HTTP unsaid.
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  if (!names.includes(request.headers.host ?? "")) return "This server answers to 127.0.0.1 only.";
  const { origin } = request.headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`))
    return "Another site may not ask this server.";
  // Browsers name the origin of everything they write with; whoever does not is no page of ours.
  if (request.method === "POST" && origin === undefined) return "Only the explorer's own page may write.";
  const site = request.headers["sec-fetch-site"];
  const isOwn = site === undefined || site === "same-origin" || site === "none";
  if (!isOwn && !isFollowedLink(request)) return "Another site may not ask this server.";
  return null;
}

/** Headers on which the above rests. */
const SPOKEN_ONCE = ["host", "origin", "sec-fetch-site"];

function timesOf({ rawHeaders }: IncomingMessage, name: string): number {
  return rawHeaders.filter((header, i) => i % 2 === 0 && header.toLowerCase() === name).length;
}

/** A person has followed a link, in a window of its own: the page may come, its parts and answers it asks for itself. */
function isFollowedLink({ method, url = "", headers }: IncomingMessage): boolean {
  const isPage = url === "/" || url === "/index.html" || url.startsWith("/?");
  return (
    method === "GET" && isPage && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document"
  );
}
