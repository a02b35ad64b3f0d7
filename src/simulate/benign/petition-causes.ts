import type { Random } from "../../math/random.ts";
import { between, pick } from "../../math/random.ts";
import { words } from "../text/grammar.ts";

/** One cause in the languages of its page; the page has no other versions. */
interface Cause {
  readonly slug: string;
  readonly en: string;
  readonly es: string;
  readonly de: string;
  readonly fr: string;
}

const CAUSES: readonly Cause[] = [
  {
    slug: "night-buses",
    en: "night buses that run seven days a week",
    es: "autobuses nocturnos los siete días de la semana",
    de: "Nachtbusse an allen sieben Tagen der Woche",
    fr: "des bus de nuit sept jours sur sept",
  },
  {
    slug: "open-libraries",
    en: "libraries that stay open on Sundays",
    es: "bibliotecas abiertas los domingos",
    de: "Büchereien, die sonntags offen sind",
    fr: "des bibliothèques ouvertes le dimanche",
  },
  {
    slug: "clean-rivers",
    en: "rivers that children can swim in again",
    es: "ríos en los que los niños puedan volver a bañarse",
    de: "Flüsse, in denen Kinder wieder schwimmen können",
    fr: "des rivières où les enfants puissent de nouveau nager",
  },
  {
    slug: "school-meals",
    en: "a warm meal at every school",
    es: "una comida caliente en cada escuela",
    de: "eine warme Mahlzeit an jeder Schule",
    fr: "un repas chaud dans chaque école",
  },
  {
    slug: "street-trees",
    en: "a tree in front of every tenth house",
    es: "un árbol delante de una de cada diez casas",
    de: "einen Baum vor jedem zehnten Haus",
    fr: "un arbre devant une maison sur dix",
  },
  {
    slug: "right-to-repair",
    en: "spare parts for household appliances for fifteen years",
    es: "piezas de recambio para electrodomésticos durante quince años",
    de: "Ersatzteile für Haushaltsgeräte über fünfzehn Jahre",
    fr: "des pièces détachées d'électroménager pendant quinze ans",
  },
];

const HOST = "openletter.example";

/** A petition as its page has it; `share` is what the button puts into the box, by language, with the English one for all others. */
export interface Petition {
  readonly url: string;
  readonly toolkit: string;
  readonly hashtag: string;
  readonly share: Readonly<Record<"en" | "es" | "de" | "fr", string>>;
  readonly call: string;
}

export function drawPetition(random: Random): Petition {
  const { slug, en, es, de, fr } = pick(random, CAUSES);
  const goal = 1000 * between(random, 10, 90);
  const url = `https://${HOST}/p/${slug}-${between(random, 1000, 9999)}`;
  const hashtag = slug.replaceAll("-", "");
  const share = {
    en: `I have just signed the open letter for ${en}. We need ${goal} names before the hearing. Sign and pass it on! #${hashtag}`,
    es: `Acabo de firmar la carta abierta por ${es}. Hacen falta ${goal} firmas antes de la audiencia. ¡Firma y comparte! #${hashtag}`,
    de: `Ich habe gerade den offenen Brief für ${de} unterschrieben. Bis zur Anhörung brauchen wir ${goal} Namen. Unterschreiben und weitersagen! #${hashtag}`,
    fr: `Je viens de signer la lettre ouverte pour ${fr}. Il nous faut ${goal} noms avant l'audition. Signez et partagez ! #${hashtag}`,
  };
  const call = `The open letter for ${en} is online. Share texts in four languages, pictures and the hour of the joint start are in the public toolkit. Please use the share button, one share each is enough #${hashtag}`;
  return { url, toolkit: `${url}/toolkit`, hashtag, share, call };
}

/** What some put before the button's text. */
export const BEFORE = words(
  "{My <kin> asked|Took me # seconds|Signed from <town>|Done}, {your turn|now you|please do}:|{This|That one} matters {to me|in <town>|to half my street}.|{Usually I don't sign things|I rarely share these}, but:|<who> {told|showed} me {today|on the bus|over lunch}.|{Please read|Worth a minute}:",
);

/** What people write who share the link without the button. */
export const OWN_WORDS = words(
  "{signed this|put my name down|added my name} {<when>|with <who>|between two meetings}, <view>|{anyone else|who else} {in <town>|at <place>} signed {this|the letter} yet? <who> {did|won't stop talking about it}|<who> sent me {this letter|this}, {not sure about all of it|I agree with most of it|had to think}, but {signed|here it is}|{petitions|open letters} {rarely work|sometimes work}, {this one might|let's see}, <view>|{interesting|fair} letter, though {the numbers|the deadline|point #} {seems|looks} <quality>",
);
export const KIN = words("sister|uncle|old flatmate|daughter|choir|running group|neighbour|mum");
