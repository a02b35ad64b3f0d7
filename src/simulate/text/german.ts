import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const GERMAN: Language = {
  code: "de",
  share: 0.04,
  zones: [1],
  gap: " ",
  places: words("Leipzig|Bremen|Kassel|Graz|Bern|Erfurt|Mainz|Rostock|Ulm|Bochum|Linz|Potsdam|Trier|Jena|Kiel|Passau"),
  firstNames: words(
    "Anke|Bernd|Carla|Dirk|Elif|Felix|Gesa|Hanno|Ines|Jonas|Karin|Lutz|Mira|Nils|Ole|Petra|Ralf|Silke|Timo|Ute",
  ),
  lastNames: words(
    "Albers|Brandt|Cordes|Dietz|Ebert|Fuchs|Gerlach|Hahn|Janssen|Krüger|Lange|Maurer|Nowak|Otto|Peters|Roth|Seidel|Thiel|Vogt|Winter",
  ),
  words: {
    quality: words(
      "großartig|seltsam|langsam|teuer|ehrlich|müde|wild|mutig|kaputt|schön|trist|frisch|bitter|solide|chaotisch|warm|stur|leise|riskant|überraschend",
    ),
    when: words(
      "heute früh|gestern Abend|die ganze Woche|seit Dienstag|schon wieder|nach dem Essen|dieses Jahr|am Wochenende|zum ersten Mal|vor dem Schlafen|seit März|am Freitag|im Regen|zweimal schon",
    ),
    who: words(
      "mein Bruder|die Nachbarn|meine Chefin|eine Freundin aus <town>|die Kinder|der Hausmeister|mein Kollege|die halbe Straße|meine Oma|<name>|<name>|jemand im Bus",
    ),
    place: words("<town>|<town>|<town>|der Innenstadt|der Markthalle|der Nordstadt|der Altstadt"),
    view: words(
      "jede Minute wert|nicht das, was ich wollte|besser als ihr Ruf|ein ziemliches Durcheinander|genau richtig|schwerer als gedacht|viel zu spät|ein kleines Wunder|reine Glückssache|anders als letztes Jahr|das Beste am Tag",
    ),
    lead: words(
      "Ehrlich gesagt:|Also:|Kurze Frage:|Kleine Erinnerung:|Nur so:|Unbeliebte Meinung:|Stand jetzt:|Zwischenstand:|Schau an:",
    ),
    mood: words("😂|🙄|❤️|🔥|😅|👏|🤔|✨|☕|🎉"),
  },
  statements: words(
    "<lead> <thing> in <place> war <when> <quality>|<who> redet <when> nur noch über <thing>, <view>|# Minuten <doing>, <view>|<doing> in <place>: <view>|warum ist <thing> <when> so <quality>?|findet noch jemand <thing> gerade <quality>?|<who> sagt, <thing> ist <quality>; ich sage: <view>|seit # Jahren <doing>, und immer noch <quality>|zwischen <thing> und <thing> nehme ich, was <quality> ist|<lead> # Leute in <place> beim <doing>|nichts geht über <doing> <when>|<when> mit <who> <doing>, <view>|<entity> und <thing>, das wird <quality>|<entity> macht aus <thing> etwas, das <quality> ist",
  ),
  additions: words(
    "Und <thing>? <view>.|Nie wieder.|<who> sieht das auch so.|Mehr davon <when>.|Fotos folgen.|Zurück zum <doing>.|Nur noch # übrig.|Schuld ist <who>.|Nächster Halt <place>.|Tipps?",
  ),
  replies: words(
    "bei uns war <thing> auch <quality>|{haha|ha} <who> hat das <when> auch gesagt|sehe ich anders, <view>|war das <when> in <place>?|schon mal <doing> probiert?|<thing> ist <when> wirklich <quality>|das muss <who> sehen|{ja|genau|stimmt}, <doing> ist <view>|# Leute? in <place>?|tut mir leid, bei mir war es <view>",
  ),
  comments: words(
    "das ist <view>|<lead> das sagt alles über <thing>|für alle, die gern <doing> mögen|<who> hat mir das <when> geschickt|<quality>, aber <thing> fehlt|<when> in <place> gelesen",
  ),
  stock: words(
    "Guten Morgen|Alles Gute zum Geburtstag!|Gute Nacht|Danke!|Schönes Wochenende|Genau so|Stimmt|Glückwunsch 🎉",
  ),
  bios: words(
    "Aus <town>|<doing> und Kaffee|Meinungen privat|Wegen <thing> hier|Studiert in <town>|Lehrerin, <quality>",
  ),
  topics: [
    {
      name: "Stadt",
      hashtags: words("bahn|miete|radweg|stadtrat|wahl|heizung"),
      words: {
        thing: words(
          "die Bahn|die Miete|der Radweg|die Baustelle|das Rathaus|der Bus|die Heizung|der Stadtrat|die Brücke|das Freibad|die Schule|der Strompreis",
        ),
        doing: words(
          "Warten am Gleis|Wohnungssuchen|Radfahren|Preisevergleichen|Unterschreiben|Umziehen|Laubfegen|Zeitunglesen",
        ),
      },
    },
    {
      name: "Spiel",
      hashtags: words("bundesliga|tatort|pokal|kino|konzert|spieltag"),
      words: {
        thing: words(
          "der Elfmeter|die Abwehr|das Finale|der Krimi|die Kurve|das Konzert|der Torwart|die Tabelle|der Film|das Trikot|der Schiri|die Pause",
        ),
        doing: words(
          "Mitfiebern|Kartenkaufen|Krimischauen|Torwandschießen|Mitsingen|Streiten über die Aufstellung|Zocken|Anstehen",
        ),
      },
    },
  ],
};
