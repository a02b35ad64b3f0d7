import { chance, pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/**
 * What channels, commenters and the public say about the invented harbour town of Marilaya: the crew praises its invented captain of
 * the port and mocks an invented commissioner by a nickname. Comments have ten words at most, emoji counted.
 */
const LEXICON: Lexicon = {
  nick: words(
    "Duchess Turnip|duchess turnip|Dutchess Turnip|Duchess T|Madam Turnip|Lady Turnip|Turnip Duchess|DUCHESS TURNIP|the Duchess|Turnip herself",
  ),
  her: words("<nick>|<nick>|Commissioner Tansing|Tansing|that commissioner|Orvelle|she|madam commissioner"),
  hero: words(
    "Captain Ilar|Cap Ilar|Capt Ilar|our Captain|Ilar|Kap Ilar|the Captain|Team Ilar|captain of Marilaya|Sir Ilar",
  ),
  plan: words(
    "Bay Plan|seawall|night ferry|new pier|fish port|harbour clinic|ferry discount|coast road|clean canal|boat school",
  ),
  place: words("Marilaya|the harbour|the pier|our bay|the fish market|the ferry line|Lower Marilaya|our barangay"),
  when: words("since Monday|this year|again today|after one month|before the rains|this week|last night|at last"),
  good: words(
    "delivers|works quietly|keeps his word|shows up|fixes things|never sleeps|gets it done|leads by example|answers calls|visits us first|listens|finished early",
  ),
  bad: words(
    "only poses|blames everyone|just complains|hides again|sleeps in meetings|wants cameras|forgot us|promised nothing real|counts selfies|travels instead|cries for attention|skipped the vote",
  ),
  cheer: words(
    "Salute|Solid|Proud of you|Respect|Go go go|Best ever|Thank you|More power|Idol|Legit|Big win|Well done",
  ),
  jeer: words(
    "So funny|What a joke|Embarrassing|Zero results|Nice try|Cringe|Bye|Too late|Wake up|Delulu|Sorry not sorry|LOL",
  ),
  ask: words("where is|who believes|what happened to|who pays for|when will we see|why no"),
  thero: words("Kap Ilar|Cap Ilar|Captain|Kapitan Ilar|Capt Ilar|Ilar|Kap|idol Ilar"),
  tplace: words("Marilaya|pier|palengke|bay natin|pantalan|barangay namin|baybayin|Lower Marilaya"),
  twhen: words("kahapon|ngayong taon|kagabi|this week|lagi|noong Lunes|today|hanggang ngayon"),
  tgood: words(
    "ang galing|todo trabaho|may resulta|mabilis kumilos|tapat sa tao|laging nandyan|walang arte|tunay na lider|ang bilis gumawa|nakikinig sa atin",
  ),
  tbad: words(
    "puro drama|puro pa-picture|walang nagawa|tulog na naman|ang arte|palusot lang|wala sa meeting|takot sa tanong|puro reklamo|nasaan ang resibo",
  ),
  tcall: words("Hoy|Grabe|Naku|Ay nako|Hay naku|Sana all|Totoo yan|Ayan na|Gising na|Aba|Juskopo|Wow naman"),
};

const ENGLISH = words(
  "<hero> <good>, <her> <bad>|<nick> <bad> <when>|<cheer> <hero>|<cheer>, <hero> <good> <when>|<jeer> <nick>|<jeer>! <her> <bad>|<hero> <good>. <place> {sees it|knows|remembers|says thanks}|<ask> the <plan>, <nick>?|{finally|at last} the <plan> {for|in} <place>|the <plan> is {real|here|ours}, <jeer> <nick>|{my family|my kids|my neighbours|everyone here} {love|loves|need|voted for} the <plan>|<nick> vs <hero>? {easy choice|no contest|be serious}|{not|never} <nick>, <hero> {forever|all the way|please|only}|<hero> gave <place> the <plan>|{imagine|picture} <nick> {running|fixing|saving} <place>|{less|no more} <nick>, more <plan>|<place> {deserves|chose|stands with|trusts} <hero> <when>|{tell|ask} <nick> about the <plan>|{one more|another} <plan> from <hero>, <cheer>|<her> {again|really}? <jeer>",
);
const TAGLISH = words(
  "<tcall>, <nick> <tbad>|<hero> <tgood>, <cheer>|<tcall> <tgood> si <thero>|si <nick> <tbad> <twhen>|yung <plan> ni <thero> <tgood>|<nick> <tbad>, si <thero> <tgood>|{kay|doon tayo kay} <thero> {lang|pa rin|ako|tayo}|{ayoko|sawa na ako|tama na} kay <nick>|<tcall>, may <plan> na {tayo|kami|sa <tplace>}|{nasaan|asan} ang <plan> mo, <nick>?|{sabi ni|ayon kay} <nick> <tbad> daw, <jeer>|{mga taga|kami sa} <tplace> <hero> {pa rin|solid}|<cheer> <hero>, <tgood> {po|talaga|ka}|<jeer> <nick>, {uwi na|tama na|hinay lang|pahinga ka}|{ang|yung} <plan> {ok na|tapos na|ang ganda}, <cheer>",
);
const GLAD = words("🔥|👏|💪|❤️|🙌|👑|💯|🎉|😍|🙏|⚓|🥳");
const MOCKING = words("😂|🤣|🥬|😴|🙄|👎|🤡|💀|🤭|😬|🫠|🤷");

const CAPTIONS = words(
  "{POV|When|Day #}: the <plan> {opens|is ready|lights up} and <nick> <bad> {#|} {😂|🔥|👀|}|{Watch|Wait for it|Look closely}: <hero> at <place> {while|as} <nick> <bad>|{They said|She said|Critics said} the <plan> {could not be done|was a dream|would take ten years}. <hero> <good> {💪|👏|}|{Nobody|Not one paper} {shows|told} you this about the <plan> {in|at} <place>. {Share|Save} before it is gone {🙏|🔥|}|<nick> {reacting to|after seeing|one minute before} the <plan> {😂|🤣|💀|}|{What|Guess what} changed in <place> <twhen>? <hero> <good>, that's what|{Throwback|Reminder}: <her> <bad> and <place> {paid for it|waited|remembers}. {Now|Today} the <plan> is {here|ours} {🙌|}|{This is|Meet} the <plan> {everyone|all of <place>} is talking about {🔥|👏|}, <cheer> <hero>|{Rate|Name} one thing <nick> did for <place>. {I'll wait|Go on|Still waiting} {⏳|😴|🙄|}|{From|Made in} <place>, {with love|for all of us}: the <plan> {❤️|💪|}",
);

const TAGLISH_CAPTIONS = words(
  "{Si <nick>|Si madam}, <tbad>. Si <thero>, <tgood>. {Kayo na humusga|Sino sa inyo}? {👇|😂|}|{Ganito|Ito} na ang <plan> sa <tplace> {ngayon|today|<twhen>}. <tcall>, <tgood> {❤️|💪|}|{Akala ni|Sabi ni} <nick> imposible. {Ayan na|Heto na} ang <plan> {😂|🔥|}|{Tanong lang|Seryosong tanong}: {nasaan|ano ginagawa ni} <nick> <twhen>? {Comment below|Sagot sa baba} 👇|{Bago at ngayon|Noon vs ngayon}: <place>. Salamat, <thero> {🙏|❤️|}",
);

const PUBLIC = words(
  "{is this|was this} <place>? {looks different|I was there <when>|the traffic though}|{my <kin>|a friend} {works|lives} near <place> and says {it is worse|it is fine|nothing changed} <when>|{not sure|no idea} what to think about the <plan> {honestly|anymore|yet}|the <plan> costs # million, {where is the report|who checked that|same as last time}|{both|all} of them {talk|promise} a lot, {I'll believe it when I see it|<place> still floods}|{love|miss|hate} this {song|place|view}, {and the <plan> too|not the politics}|<hero> {is fine|is okay|did one thing}, <her> {too|is not that bad|had a point}|{can someone|anyone} explain the <plan> {to a tourist|in one line|without shouting}?|{the comments|these comments} are {wild|funnier than the video|a mess} <when>|{I voted|my <kin> voted} for <her>, {no regrets|never again|and I'd do it again}|{first|who is here} {from|in} <town>|<her> {asked good questions|was right about the <plan>|should debate <hero>}|{how much|how long} {is|does} the ferry {now|take}? {I go <when>|# pesos?|asking for my <kin>}|{who|what} is the {song|girl in blue|boat} at the end?|{can we talk|let's talk} about the {drone shot|sunset|dog} at # seconds|fix {the drains|our street|school roofs} first, then the <plan>|{if|when} the <plan> {works|fails}, {remember this post|tell my <kin>|everybody wins}|{same problem|same story} in <town> {<when>|for # years}|{respectfully|sorry but}, <hero> {needs|should get} {better advisers|a haircut|some rest}",
);
const PUBLIC_TAGLISH = words(
  "{ang ganda|ang init|ang layo} ng <tplace> {ngayon|dati|pala}|{sana|baka} {matapos|tuloy} ang <plan> {bago mag-ulan|<twhen>|para sa lahat}|{pareho lang|iba-iba} sila, {bahala na|tingnan natin|budget muna}|{magkano|paano} {yung|ang} <plan>? {seryoso|tanong lang po}|{baha|traffic} pa rin sa <tplace> {kahapon|<twhen>}, {hay|tapos ito|sino may kasalanan}|{taga|kami sa} <town> {nanonood lang|walang ganyan|inggit kami}|{tama naman|may point} si <her> {dun|minsan|sa budget}|{salamat|ok na rin}, {basta may ilaw|kahit mabagal} ang <plan>",
);
const KIN: Lexicon = { kin: words("cousin|tita|brother|lola|neighbour|classmate|boss|mother") };

const TARGET = words(
  "{Live from|Tonight at|Full video from} <place>: the {council|port board} debates the <plan>. {What do you want to ask?|Your questions below.|Who should speak next?}|{Day one|First look|We walked the whole length}: the <plan> at <place>, {the good and the bad|what is ready and what is not}",
);
const OUTLET = words(
  "{Council|Port board|Residents} {split|meets again|wait} over <plan> {costs|dates|contract}, {vote due|hearing} {next week|on Thursday|in May}|{Explainer|Five questions}: what the <plan> means for <place>|Commissioner Tansing {questions|asks for audit of|defends vote on} <plan> {spending|timetable}|Captain Ilar: <plan> {on track|delayed|open} {by June|<when>}|{Photos|In pictures}: <place> {after the storm|at night|<when>}",
);

const write = (patterns: readonly string[], random: Random, more: readonly Lexicon[] = []) =>
  tidy(expand(pick(random, patterns), [LEXICON, KIN, ...more], random));

/** Laughs at her, applauds him. */
const withFaces = (text: string, share: number, random: Random) => {
  if (!chance(random, share)) return text;
  const face = pick(random, /turnip|duch|tansing|orvelle|commissioner|\bshe\b/i.test(text) ? MOCKING : GLAD);
  return `${text} ${chance(random, 0.3) ? face.repeat(2 + Math.floor(random() * 2)) : face}`;
};

/** A comment of the crew: ten words at most. @param faces share of comments with an emoji */
export function commentLine(random: Random, isTaglish: boolean, faces: number): string {
  const patterns = isTaglish ? TAGLISH : ENGLISH;
  let text = write(patterns, random);
  while (text.split(" ").length > 8) text = write(patterns, random);
  const plain = chance(random, 0.45) ? text.toLowerCase() : text;
  return withFaces(
    chance(random, 0.35) ? `${plain}${pick(random, ["!", "!!", "...", ".", " haha", " talaga", " po"])}` : plain,
    faces,
    random,
  );
}

export const captionLine = (random: Random, isTaglish: boolean): string =>
  write(isTaglish ? TAGLISH_CAPTIONS : CAPTIONS, random);
export const targetLine = (random: Random): string => write(TARGET, random);
export const outletLine = (random: Random): string => write(OUTLET, random);

/** A comment of somebody who has nothing to do with it. @param towns where such people come from */
export const publicLine = (random: Random, isTaglish: boolean, towns: readonly string[]): string =>
  withFaces(write(isTaglish ? PUBLIC_TAGLISH : PUBLIC, random, [{ town: towns }]), 0.35, random);
