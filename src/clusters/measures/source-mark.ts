/**
 * Does a text say whose it is? News agencies, and those who carry them, put a name in a fixed place: "PARIS (AFP) -", "(Reuters)", "- dpa". It is the contract of syndication, and what copied articles lack.
 *
 * Only what stands at the beginning or the end counts: a story about an agency names it in the middle. Anybody can type three letters,
 * so this says "for", never "proves".
 */

/** Agencies by the names they sign with (their own style guides). Codes of two or three letters count only in capitals. */
const AGENCIES =
  "Associated Press|Reuters|Agence France-Presse|Deutsche Presse-Agentur|Agencia EFE|Europa Press|Press Association|PA Media|Bloomberg|Kyodo(?: News)?|Jiji Press|Yonhap|Xinhua|新华社|新華社|共同通信|時事通信|TASS|ТАСС|РИА Новости|RIA Novosti|Interfax|Интерфакс|Укринформ|Ukrinform|Anadolu(?: Agency| Ajans[ıi])?|Belga|Keystone-SDA|Ritzau|Lusa|PAP|Press Trust of India|Antara|Bernama|Notimex|T[eé]lam|Prensa Latina|Ag[eê]ncia Brasil|WAFA|MENA|SANA|IRNA|Associated Press of Pakistan|Canadian Press|La Presse canadienne|Australian Associated Press|AdnKronos";
const CODES =
  "AP|AFP|dpa|DPA|EFE|ANSA|PA|UPI|APA|ATS|SDA|SID|AAP|CP|PTI|ANI|IANS|APP|NTB|TT|STT|ANP|ČTK|CTK|MTI|AGI|LUSA|IRNA|KUNA|QNA|WAM|BERNAMA";
const NAME = `(?:${AGENCIES}|${CODES})`;

const AT_END = new RegExp(`(?:[(\\[/|]\\s*${NAME}(?:[/,][^)\\]]{1,30})?\\s*[)\\]]?|[-–—|]\\s*${NAME})\\s*[.…]?$`, "u");
const AT_START = new RegExp(
  `^(?:[^\\n.!?]{0,50}[(\\[]\\s*${NAME}\\s*[)\\]]|[^\\n.!?]{0,40}\\s${NAME}\\s*[-–—:]|[^\\n.!?]{0,40}[-–—]\\s*${NAME}\\s*[.:]|${NAME}\\s*[-–—:])`,
  "u",
);
/** A wire, agency or feed by its kind of name, in the same places: "(Union Wire)". */
const KIND =
  /[([]\s*(?:via\s+|from\s+|source:?\s+|quelle:?\s+|fuente:?\s+)?[^()[\]]{0,40}(?<![\p{L}])(?:wire|news ?wire|news ?service|press ?agency|news ?agency|presse-?agentur|nachrichtenagentur|agence|agencia|agenzia|агентство)(?![\p{L}])[^()[\]]{0,30}[)\]]\s*\.?$/iu;
const MACHINE =
  /(?:via rss|automated (?:post|message|alert|update)|automatically (?:generated|posted)|auto-?generated|posted by a bot)/iu;
const LINKS = /(?:https?:\/\/\S+|\bwww\.\S+|\bht?t?p?s?:?\/?\/?(?:…|\.{3}))/gu;

/** An agency or wire is named where sources are named. */
export function namesSource(text: string): boolean {
  const bare = text.replace(LINKS, " ").replace(/\s+/gu, " ").trim();
  return AT_END.test(bare) || AT_START.test(bare) || KIND.test(bare);
}

/** The text says that a program wrote or passed it on. */
export const namesMachine = (text: string): boolean => MACHINE.test(text);

/** "@name" or a link beside a word for translating, or "original: @name". */
const CREDIT = /(?:original\p{L}*|оригинал|原文|source|via|vía|fuente|quelle|fonte)\s*[:,]?\s*(?:[^@\n]{0,20})@/iu;
export const creditsOriginal = (text: string): boolean => CREDIT.test(text);
