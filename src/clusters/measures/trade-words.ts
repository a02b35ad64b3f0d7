/**
 * What accounts say they are, in the languages that exports most often hold. A word in a description is the cheapest thing to write:
 * no rival may rest on these alone, and each is asked of members, never of one account.
 *
 * Word limits are those of letters and digits, since `\b` knows only ASCII.
 */

const FROM = "(?<![\\p{L}\\p{N}])";
const TO = "(?![\\p{L}\\p{N}])";
const whole = (words: string): RegExp => new RegExp(`${FROM}(?:${words})${TO}`, "iu");
const begins = (stems: string): RegExp => new RegExp(`${FROM}(?:${stems})`, "iu");

const MACHINE = whole(
  "bots?|robot|alerts|automated|automatic(?:ally)?|auto-?posts?|auto-?tweets?|rss|feeds?|not monitored|unmonitored|automatisch\\p{L}*|automatisiert\\p{L}*|autom[aá]tic[oa]s?|automatizad[oa]s?|automatizzat[oa]|automatique\\p{L}*|automatisée?|geautomatiseerd|otomatik|бот|робот|автоматическ\\p{L}*",
);
const MACHINE_SIGN = /🤖|自动|機器人|机器人|自動|ボット/u;
/** Of a handle or a name: "tram_bot", "WeatherBot", "Harbour Alerts"; "quakebot", but not "Talbot". */
const MACHINE_NAME =
  /(?:^|[_\W\d]|\p{Ll}(?=B))[Bb]ot(?:$|[_\W\d])|(?:^|[_\W])(?:[Aa]lerts?|[Ff]eed|rss|RSS|[Aa]uto)(?:$|[_\W\d])/u;
const MACHINE_END = /(?<!tal|ab|tur|ja|sa)bot\d*$/iu;
/** "Not a bot" is what people write who are taken for one. */
const NO_MACHINE = whole(
  "(?:not|no|never|isn'?t|ain'?t|anti|block|kein|nicht|pas|no soy|не)[^.]{0,12}(?:bots?|robot|бот|feeds?)",
);

/** The account says of itself that a program writes it. */
export function saysMachine(handle: string | null, name: string | null, bio: string | null): boolean {
  if (bio !== null && NO_MACHINE.test(bio)) return false;
  if (bio !== null && (MACHINE.test(bio) || MACHINE_SIGN.test(bio))) return true;
  return [handle, name].some(
    (word) => word !== null && (MACHINE_NAME.test(word) || MACHINE_END.test(word) || MACHINE_SIGN.test(word)),
  );
}

const NEWS = whole(
  "news|headlines?|newspapers?|newsroom|news ?agency|news ?desk|wire|broadcaster|radio|gazette|herald|courier|tribune|chronicle|observer|advertiser|mercury|telegraph|daily|bulletin|breaking|nachrichten\\p{L}*|zeitung|\\p{L}+zeitung|tageblatt|anzeiger|rundschau|sender|noticias|noticiero|peri[oó]dico|diario|prensa|emisora|agencia|actualit[eé]s?|quotidien|gazette|journal|presse|agence|notizie|giornale|quotidiano|agenzia|not[ií]cias|jornal|imprensa|nieuws|krant|nyheter|tidning|avis|wiadomo[sś]ci|gazeta|haber(?:ler)?|новости|газета|агентство|телеканал|вести|خبر|أخبار|اخبار",
);
const NEWS_SIGN = /新闻|新聞|日报|日報|晚报|通讯社|通信社|ニュース/u;
const NEWS_READER = whole(
  "(?:news|political) (?:junkie|addict|lover|hound|geek)|fake news|love (?:the )?news|good news|bad news|(?:follow|read|watch) the news",
);

/** Name or description is that of a news outlet or service. */
export function saysNews(name: string | null, bio: string | null): boolean {
  return [name, bio].some(
    (words) => words !== null && (NEWS.test(words) || NEWS_SIGN.test(words)) && !NEWS_READER.test(words),
  );
}

const TRANSLATOR = begins(
  "translat|tradu[cztji]|übersetz|uebersetz|перев[оё][джщ]|перекл[аa]д|çevir|tłumacz|vertal|översätt|oversett|oversætt|μεταφρα|μετάφρα|ترجم|مترجم|अनुवाद|terjemah",
);
const TRANSLATOR_SIGN = /翻译|翻譯|翻訳|译者|번역/u;

/** Speaks of translating: a description of what the account does, or a post of what it is. */
export const saysTranslation = (words: string): boolean => TRANSLATOR.test(words) || TRANSLATOR_SIGN.test(words);

const WORK = whole(
  "i work|works? (?:for|with|in)|working|employed|employees?|staff(?:er)?|(?:data|digital|people|press|media|social|support|sales|service|product|web) team|colleagues?|press|spokes(?:person|man|woman)|communications?|comms|public affairs|director|manager|officer|head of|lead|advis[eo]r|consultant|analyst|assistant|secretary|intern|trainee|apprentice|founder|ceo|cto|cfo|president|chair(?:man|woman|person)?|treasurer|councillor|candidate|mps?|meps?|organi[sz]er|campaigner|campaign|caseworker|reporter|editor|journalist|correspondent|presenter|producer|engineer|developer|designer|technician|researcher|lecturer|professor|nurse|driver|sales|marketing|logistics|purchasing|finance|accounts|customer (?:care|service)|events|membership|policy|mitarbeiter\\p{L}*|sprecher\\p{L}*|referent\\p{L}*|redakt\\p{L}*|arbeite|vertrieb|leiter(?:in)?|équipe|attachée?|porte-parole|collaborat\\p{L}*|conseill\\p{L}*|salariée?|travaille|directrice|directeur|équipo|equipo|portavoz|asesor\\p{L}*|prensa|trabajo|jef[ea]|directora?|lavoro|portavoce|ufficio stampa|responsabile|сотрудни\\p{L}*|пресс-секретарь|работаю|директор|депутат",
);
const FAN = whole(
  "fans?|fanatic|supporters?|ultras|season ticket|love|lover|stan|hincha|afición|anhänger|tifos[oi]|supportrice|болельщик",
);
/** Before a name these state where somebody works; "of" and "for" do only beside a word for work. */
const AT = /(?:^|[^\p{L}\p{N}])(?:@|at(?: the)?|bei(?:m)?|chez|w firmie)\s*$/iu;
const DISCLAIMER =
  /(?:views|opinions?|tweets|posts|thoughts)\s+(?:are\s+)?(?:all\s+)?(?:my own|mine|own|personal)|own views|personal account|private account|(?:rts?|retweets?|reposts?)\s*(?:≠|not?|are not|aren'?t)|eigene meinung|meinung privat|privat(?:er)? account|propos (?:personnels|n'engagent)|opinions? personnelles?|opiniones (?:propias|personales|m[ií]as)|a t[ií]tulo personal|opinioni personali|мнение (?:личное|моё|мое)/iu;

/** Keeps an employer out of it: "views my own", "private account". */
export const disclaims = (bio: string): boolean => DISCLAIMER.test(bio);

/**
 * This part of a description states work where a name stands: "Sales at <name>", "@<name>", "<name> press officer".
 * @param before what stands before the name in the same sentence
 * @param sentence all of it
 */
export function statesWork(before: string, sentence: string): boolean {
  return !FAN.test(sentence) && (AT.test(before) || WORK.test(sentence));
}

const OWNER =
  /(?:(?:part|member|paper|newspaper|station|title|brand|channel|site|service|publication|property)s? of|owned by|published by|operated by|run by|gehört zu[mr]?|ein(?:e)? \p{L}+ (?:der|des)|herausgegeben von|édité par|groupe|propiedad de|publicado por|del grupo|parte de|edito da|gruppo|принадлежит|издание)\s+(?:the\s+)?([\p{L}\p{N}&.' -]{3,60})/iu;

/** Who the description says the account belongs to: the first two words after "part of" and the like, lower case; else null. */
export function ownerIn(bio: string): string | null {
  const words = OWNER.exec(bio)?.[1]
    ?.toLowerCase()
    .match(/[\p{L}\p{N}&']+/gu);
  return words === undefined || words === null ? null : words.slice(0, 2).join(" ");
}
