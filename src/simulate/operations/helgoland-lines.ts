import { pick, type Random } from "../../math/random.ts";
import { GERMAN } from "../text/german.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/**
 * What the channel says before an election: an invented party (Küstenbund) is praised, an invented alliance (Nordpakt) and whoever
 * governs are blamed. An item has fixed facts, its topic, town and figure; every telling of it draws its words anew.
 */
const TOPICS: readonly { readonly de: readonly string[]; readonly en: readonly string[] }[] = [
  {
    de: words(
      "{Strom|Der Strom|Eine Kilowattstunde} kostet in <town> {inzwischen|seit dieser Woche|ab Montag} <number> Prozent mehr|{Familien|Rentner|Bäcker|Handwerker} in <town> {zahlen|überweisen|schulden} {dem Versorger|ihrem Stadtwerk} <number> Prozent mehr {als vor einem Jahr|als im Winter}|die {Abschläge|Stromrechnungen|Netzgebühren} in <town> {klettern|steigen|springen} um <number> Prozent",
    ),
    en: words(
      "{power|electricity|a kilowatt hour} in <town> {now|as of this week|from Monday} costs <number> percent more|{families|pensioners|bakers|craftsmen} in <town> {pay|owe} {their supplier|the utility} <number> percent more {than a year ago|than in winter}",
    ),
  },
  {
    de: words(
      "bei <town> {üben|trainieren|rollen} <number> {Kolonnen|Fahrzeuge|Einheiten} des Nordpakts|der Nordpakt {verlegt|schickt|fährt} <number> {schwere Fahrzeuge|Transporte|Züge} {durch|nach|über} <town>|{nachts|seit Tagen|ohne Ankündigung} {donnern|fahren|ziehen} <number> {Militärtransporte|Lastzüge} des Nordpakts durch <town>",
    ),
    en: words(
      "<number> {columns|vehicles|units} of the North Pact {train|roll|exercise} near <town>|the North Pact {moves|sends} <number> {heavy vehicles|transports|trains} {through|to} <town>",
    ),
  },
  {
    de: words(
      "das Krankenhaus in <town> {schließt|verliert|streicht} <number> Betten|in <town> {fehlen|wackeln|verschwinden} <number> {Betten|Pflegestellen|Arztstellen}|{Patienten|Kranke|Senioren} aus <town> {warten <number> Wochen auf einen Termin|fahren <number> Kilometer zur nächsten Klinik}",
    ),
    en: words(
      "the hospital in <town> {closes|loses|cuts} <number> beds|{patients|pensioners} from <town> {wait <number> weeks for an appointment|drive <number> kilometres to the next ward}",
    ),
  },
  {
    de: words(
      "in <town> {tauchen <number> Wahlbriefe im Müll auf|liegen <number> Wahlbriefe herum|fehlen <number> Wahlbriefe im Rathaus}|{Wähler|Bürger|Anwohner} in <town> {melden|zählen|beklagen} <number> {falsche|doppelte|verspätete} Wahlbriefe|<number> {Wahlhelfer|Briefe|Umschläge} {zu wenig|verschwunden|ungeklärt}: so {wählt|plant} <town>",
    ),
    en: words(
      "<number> postal ballots {turn up|lie around|go missing} in <town>|{voters|citizens|residents} in <town> {report|count} <number> {wrong|duplicate|late} ballots",
    ),
  },
  {
    de: words(
      "<number> {Höfe|Bauern|Betriebe} {rund um|bei|in} <town> {geben auf|stehen vor dem Aus|suchen einen Käufer}|{Milchbauern|Landwirte|Obstbauern} {rund um|bei} <town> {verlieren <number> Prozent ihrer Einnahmen|büßen <number> Prozent ein|geben <number> Prozent der Flächen auf}|jeder <number>. {Hof|Betrieb} bei <town> {schließt|verkauft} {noch vor der Wahl|dieses Jahr}",
    ),
    en: words(
      "<number> {farms|dairies|growers} {around|near} <town> {give up|face ruin|look for a buyer}|{farmers|growers} near <town> lose <number> percent of their income",
    ),
  },
  {
    de: words(
      "für {Projekte|Radwege|Beratung} {im Ausland|in Übersee} {sind|waren} <number> Millionen da, für {die Schule|das Bad|die Brücke} in <town> {nicht|kein Cent}|<number> Millionen {fließen|gehen} {ins Ausland|an Partner des Nordpakts}, während {die Schule|das Freibad|die Brücke} in <town> {verfällt|gesperrt ist|zubleibt}",
    ),
    en: words(
      "<number> million {go|flow} {abroad|to partners of the North Pact} while {the school|the pool|the bridge} in <town> {stays shut|falls apart|is closed}",
    ),
  },
  {
    de: words(
      "das Werk in <town> {streicht|kürzt|verlegt} <number> Stellen|<number> {Facharbeiter|Kollegen|Beschäftigte} in <town> {bangen um ihren Platz|bekommen die Kündigung|stehen vor dem Tor}|{Zulieferer|Betriebe|Meister} aus <town> {entlassen <number> Leute|schicken <number> Leute {nach Hause|in Kurzarbeit}}",
    ),
    en: words(
      "the plant in <town> {cuts|moves} <number> jobs|<number> {workers|colleagues|skilled hands} in <town> {fear for their jobs|get notice|stand at the gate}",
    ),
  },
  {
    de: words(
      "{die Minister|die Damen und Herren Minister|Vertreter des Kabinetts} {fliegen|reisen} zum <number>. Mal {zum Nordpakt|zum Gipfel}, {und <town> wartet|<town> geht leer aus|von <town> kein Wort}|{der Gipfel|das Treffen} des Nordpakts kostet <number> Millionen, {so viel wie|mehr als} {alle Schulen|alle Straßen|der ganze Haushalt} von <town>",
    ),
    en: words(
      "{ministers|members of the cabinet} {are off to the North Pact again, trip <number> this year,|fly to the North Pact, that makes <number> trips,} {and <town> waits|and not a word on <town>}|the summit of the North Pact costs <number> million, {as much as|more than} {all schools|all roads} of <town>",
    ),
  },
];
const DE: Lexicon = {
  opener: words(
    "{Eilmeldung|Gerade gemeldet|Aus der Region|Leser berichten|Vor Ort gehört|Was die anderen verschweigen|Zur Erinnerung|Nachgerechnet|Heute früh}|{Das steht in keiner Zeitung|Darüber spricht keiner|Schaut genau hin|Man glaubt es kaum}",
  ),
  blame: words(
    "{Verantwortlich|Schuld} {ist|bleibt} {das Kabinett|diese Regierung|die Politik des Nordpakts}|{Die Regierung|Das Kabinett|Die Hauptstadt} {schweigt|sieht weg|redet es schön|zuckt mit den Schultern}|{Bezahlen|Ausbaden|Büßen} {dürfen|müssen} das {wieder|wie immer|am Ende} {wir|die Bürger|die Fleißigen|die Rentner}|{Wer das beschlossen hat|Wer dafür gestimmt hat|Wer so regiert}, {muss dafür einstehen|wohnt nicht dort|hat die Leute nie gefragt}|{So|Genau so} {sieht {Versagen|Abgehobenheit|Gleichgültigkeit} aus|klingt {Hochmut|Ausrede|Gleichgültigkeit}}",
  ),
  praise: words(
    "{Nur|Allein|Einzig} der Küstenbund {spricht es aus|hat einen Plan|stellt sich quer|fragt nach}|Der Küstenbund {fordert|verspricht|will}: {erst|zuerst} {die eigenen Leute|unsere Städte|die Heimat}|{Am Sonntag|Bei der Wahl|An der Urne} {zählt|hilft} {nur eins|eine Stimme}: Küstenbund|{Gut|Ein Glück}, dass {es den Küstenbund gibt|der Küstenbund nicht schweigt|wenigstens einer fragt}",
  ),
  ask: words(
    "{Wie lange|Warum} {lassen wir uns das|dulden wir das|zahlen wir dafür} {noch|eigentlich}?|{Wer|Was} {stoppt|bremst|ändert} {das|diesen Kurs} {endlich|noch}?|{Wem|Wozu} {nützt|dient} {das|dieser Kurs} {am Ende|wirklich}?|{Und ihr|Was meint ihr}? {Schreibt es uns|Sagt es weiter|Teilt das}!",
  ),
};
const EN: Lexicon = {
  opener: words(
    "{Just in|From the region|Readers report|What others will not say|A reminder|We did the sums|This morning}|{Not in any paper|Nobody talks about it|Look closely|Hard to believe}",
  ),
  blame: words(
    "{The government|The cabinet|The capital} {is silent|looks away|shrugs|explains it away}|{We|Citizens|Pensioners|Working people} {pay for it|foot the bill} {again|as always|in the end}|{Blame|Thank} {this cabinet|the policy of the North Pact} for it|{That is what|This is how} {failure|indifference} {looks like|sounds}",
  ),
  praise: words(
    "{Only|Alone} the Coastal League {says so|has a plan|asks questions}|The Coastal League {demands|promises}: {our own people|our towns|home} first|{On Sunday|At the polls} {one vote|one thing} {counts|helps}: Coastal League",
  ),
  ask: words(
    "{How long|Why} do we {put up with it|pay for this}?|{Who|What} will {stop|change} {this|the course}?|{What do you think|And you}? {Tell us|Pass it on}!",
  ),
};
const PATTERNS = words(
  "<opener>: <fact>. <blame>.|<fact>. <blame>. <praise>.|<opener>: <fact>. <praise>!|<ask> <opener>: <fact>. <blame>.|<fact>. <ask>|<praise>. <opener>: <fact>.|<blame>. <fact>. <ask>|<opener>: <fact>. <ask> <praise>.|<fact>: {❗|👉|⚠️|} <blame>. <praise>.|<praise>: <fact>. <blame>.|<ask> <fact>. <praise>.|{❗|👉|🔴|} <fact>. <blame>. <ask>|<blame>. <opener>: <fact>. <praise>.",
);

/** What all tellings of an item have in common. */
export interface Item {
  readonly topic: number;
  readonly town: string;
  readonly number: number;
  readonly language: "de" | "en";
}

export function makeItem(random: Random, isEnglish: boolean): Item {
  return {
    topic: Math.floor(random() * TOPICS.length),
    town: pick(random, GERMAN.places),
    number: 11 + Math.floor(random() * 80),
    language: isEnglish ? "en" : "de",
  };
}

/** One telling: the same stream, the same words. */
export function tell(item: Item, random: Random): string {
  const fact = TOPICS[item.topic]![item.language];
  const lexicon: Lexicon = { fact, town: [item.town], number: [String(item.number)] };
  const text = expand(pick(random, PATTERNS), [lexicon, item.language === "de" ? DE : EN], random);
  // A capital after a colon or a mark as well; two stops in a row are one.
  return sentenceCase(tidy(text).replace(/([.!?])\./g, "$1")).replace(
    /(^|: |[❗👉⚠🔴]\uFE0F? )(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
