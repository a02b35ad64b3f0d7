/**
 * Hosts whose links stand for another site. The site behind cannot be known without following the link, which Marionet never does, so
 * such links have a key but no site.
 */
const SHORTENERS = new Set([
  "t.co", "bit.ly", "bitly.com", "goo.gl", "tinyurl.com", "ow.ly", "buff.ly", "dlvr.it", "ift.tt", "is.gd", "fb.me", "youtu.be",
  "lnkd.in", "trib.al", "wp.me", "amzn.to", "j.mp", "shar.es", "tl.gd", "twt.gs", "su.pr", "cutt.ly", "rb.gy", "t.ly", "shorturl.at",
  "rebrand.ly", "soo.gd", "clck.ru", "vk.cc", "u.to", "flip.it", "a.msn.com", "nyti.ms", "wapo.st", "cnn.it", "reut.rs", "bbc.in",
  "apne.ws", "econ.st", "on.ft.com", "huff.to", "politi.co", "nbcnews.to", "abcn.ws", "cbsn.ws", "fxn.ws", "usat.ly", "lat.ms",
]);

export function isShortener(host: string): boolean {
  return SHORTENERS.has(host);
}
