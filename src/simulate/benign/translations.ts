import { between, pick, type Random } from "../../math/random.ts";
import { words } from "../text/grammar.ts";

/** Languages of the community; the sources write English. */
export const TRANSLATED = ["es", "de", "fr"] as const;
export type Translated = (typeof TRANSLATED)[number];

/** One thing to be said, in each language; {n} is a number, {a} a beast, {t} a town, {w} where. */
const NOTES = {
  en: words(
    "New count near {t}: {n} pairs of {a} live {w}, more than in any year on record. Leave them their distance, please|Why do {a} sleep {w}? Three reasons: warmth, quiet and fewer ticks. A thread for patient readers|We followed {n} {a} for a whole winter. Most of them never went further than a day's walk from {t}|Today in {t}: volunteers helped {n} {a} across the road in a single night. Thank you, all of you|A short note on {a}: what looks like a fight {w} is mostly a greeting, and it lasts about {n} seconds|Reader's question: may one feed {a}? Short answer: no. Long answer: only {w}, and only after {n} days of frost|The old map was wrong: there are {a} {w} again, and nobody brought them. They came by themselves|If you find young {a} {w}, do nothing for {n} minutes. The parents are nearly always near|Sound recording from {t}: {n} minutes of {a} {w} before sunrise, without any cars|Our smallest station counted {n} {a} {w} this week. Last year there was not a single one",
  ),
  es: words(
    "Nuevo recuento cerca de {t}: {n} parejas de {a} viven {w}, más que en cualquier otro año registrado. Por favor, dejadles su espacio|¿Por qué duermen los {a} {w}? Tres razones: calor, calma y menos garrapatas. Un hilo para lectores pacientes|Seguimos a {n} {a} durante todo un invierno. La mayoría nunca se alejó más de un día de camino de {t}|Hoy en {t}: personas voluntarias ayudaron a cruzar la carretera a {n} {a} en una sola noche. Gracias a todas|Una nota breve sobre {a}: lo que {w} parece una pelea suele ser un saludo, y dura unos {n} segundos|Pregunta de una lectora: ¿se puede dar de comer a {a}? Respuesta corta: no. Respuesta larga: solo {w} y tras {n} días de helada|El mapa antiguo se equivocaba: vuelve a haber {a} {w} y nadie los trajo. Llegaron por su cuenta|Si encuentras crías de {a} {w}, no hagas nada durante {n} minutos. Los padres casi siempre están cerca|Grabación desde {t}: {n} minutos de {a} {w} antes del amanecer, sin ningún coche|Nuestra estación más pequeña contó {n} {a} {w} esta semana. El año pasado no hubo ni un ejemplar",
  ),
  de: words(
    "Neue Zählung bei {t}: {n} Paare {a} leben {w}, mehr als in jedem Jahr seit Beginn der Aufzeichnungen. Bitte Abstand halten|Warum schlafen {a} {w}? Drei Gründe: Wärme, Ruhe und weniger Zecken. Ein Faden für Geduldige|Wir sind {n} {a} einen ganzen Winter lang gefolgt. Die meisten kamen nie weiter als einen Tagesmarsch von {t} weg|Heute in {t}: Freiwillige haben in einer einzigen Nacht {n} {a} über die Straße geholfen. Danke euch allen|Kurze Notiz zu {a}: Was {w} wie ein Kampf aussieht, ist meist eine Begrüßung und dauert etwa {n} Sekunden|Leserfrage: Darf man {a} füttern? Kurze Antwort: nein. Lange Antwort: nur {w} und erst nach {n} Tagen Frost|Die alte Karte war falsch: Es gibt wieder {a} {w}, und niemand hat sie gebracht. Sie kamen von selbst|Wer junge {a} {w} findet: {n} Minuten lang nichts tun. Die Eltern sind fast immer in der Nähe|Tonaufnahme aus {t}: {n} Minuten {a} {w} vor Sonnenaufgang, ganz ohne Autos|Unsere kleinste Station zählte diese Woche {n} {a} {w}. Im letzten Jahr war es nicht ein einziges Tier",
  ),
  fr: words(
    "Nouveau comptage près de {t} : {n} couples de {a} vivent {w}, plus que toute autre année connue. Merci de garder vos distances|Pourquoi les {a} dorment-ils {w} ? Trois raisons : la chaleur, le calme et moins de tiques. Un fil pour lecteurs patients|Nous avons suivi {n} {a} pendant tout un hiver. La plupart ne se sont jamais éloignés de {t} de plus d'une journée de marche|Aujourd'hui à {t} : des bénévoles ont fait traverser la route à {n} {a} en une seule nuit. Merci à vous tous|Petite note sur les {a} : ce qui {w} ressemble à une bagarre est le plus souvent un salut, et dure environ {n} secondes|Question d'une lectrice : peut-on nourrir les {a} ? Réponse courte : non. Réponse longue : seulement {w} et après {n} jours de gel|L'ancienne carte se trompait : il y a de nouveau des {a} {w} et personne ne les a amenés. Ils sont venus seuls|Si vous trouvez de jeunes {a} {w}, ne faites rien pendant {n} minutes. Les parents sont presque toujours tout près|Enregistrement de {t} : {n} minutes de {a} {w} avant le lever du soleil, sans aucune voiture|Notre plus petite station a compté {n} {a} {w} cette semaine. L'an dernier il n'y en avait pas un seul",
  ),
};
/** Of one gender in all of them, so that the sentences around them hold. */
const BEASTS = {
  en: words("toads|hedgehogs|lynxes|beavers|swifts|lizards|chamois|falcons|dormice|badgers|red deer|kingfishers"),
  es: words(
    "sapos|erizos|linces|castores|vencejos|lagartos|rebecos|halcones|lirones|tejones|ciervos|martines pescadores",
  ),
  de: words("Kröten|Igel|Luchse|Biber|Mauersegler|Eidechsen|Gämsen|Falken|Siebenschläfer|Dachse|Hirsche|Eisvögel"),
  fr: words("crapauds|hérissons|lynx|castors|martinets|lézards|chamois|faucons|loirs|blaireaux|cerfs|martins-pêcheurs"),
};
const PLACES = {
  en: words(
    "by the canal|in old orchards|on flat roofs|along the railway|in the reeds|under the bridges|in the quarry",
  ),
  es: words(
    "junto al canal|en los huertos viejos|en los tejados planos|a lo largo de la vía|entre los juncos|bajo los puentes|en la cantera",
  ),
  de: words(
    "am Kanal|in alten Obstgärten|auf flachen Dächern|entlang der Bahn|im Schilf|unter den Brücken|im Steinbruch",
  ),
  fr: words(
    "au bord du canal|dans les vieux vergers|sur les toits plats|le long de la voie|dans les roseaux|sous les ponts|dans la carrière",
  ),
};
const ATTRIBUTION: Readonly<Record<Translated, readonly string[]>> = {
  es: words(
    "(traducido de @<source>)|Traducción de @<source>|Vía @<source>, traducción nuestra|Original: @<source>, en inglés",
  ),
  de: words(
    "(übersetzt von @<source>)|Übersetzung, Original: @<source>|Aus dem Englischen, @<source>|Via @<source>, eigene Übersetzung",
  ),
  fr: words(
    "(traduit de @<source>)|Traduction, texte de @<source>|Via @<source>, traduction maison|Original en anglais : @<source>",
  ),
};
export const TRANSLATOR_BIOS: Readonly<Record<Translated, readonly string[]>> = {
  es: words(
    "Traduzco notas de naturaleza del inglés|Traducciones de @<source> y otras voces, siempre con la fuente|Traducción voluntaria, de inglés a español",
  ),
  de: words(
    "Übersetze Naturnotizen aus dem Englischen|Übersetzungen von @<source> und anderen, immer mit Quelle|Ehrenamtlich übersetzt: Englisch, Deutsch",
  ),
  fr: words(
    "Je traduis des notes de nature de l'anglais|Traductions de @<source> et d'autres, toujours avec la source|Traductions bénévoles, de l'anglais au français",
  ),
};

/** A note as its source or a translator writes it. @param item stream of the note: the same figures and names in every language */
export function noteLine(item: Random, language: "en" | Translated, towns: readonly string[]): string {
  const note = Math.floor(item() * NOTES.en.length);
  const beast = Math.floor(item() * BEASTS.en.length);
  const place = Math.floor(item() * PLACES.en.length);
  const slots: Readonly<Record<string, string>> = {
    n: String(between(item, 3, 90)),
    t: pick(item, towns),
    a: BEASTS[language][beast]!,
    w: PLACES[language][place]!,
  };
  return NOTES[language][note]!.replace(/\{(\w)\}/g, (_, slot: string) => slots[slot]!);
}

export const attributionLine = (random: Random, language: Translated, source: string): string =>
  pick(random, ATTRIBUTION[language]).replace("<source>", source);
