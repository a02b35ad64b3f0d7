import { chance, pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import type { Language } from "../text/language.ts";

/** What happens in a match, and to whom. */
export interface Moment {
  readonly kind: "start" | "goal" | "chance" | "card" | "half" | "end";
  readonly minute: number;
  /** 0: the home side scores, shoots or is booked; 1: the guests. */
  readonly side: number;
  readonly player: string;
  readonly score: readonly [number, number];
}

const SHOUT = words(
  "G<o>AL|G<o>al|GO<o>AL <name>|<name>!!|YE<s>|YES <name>|get in|GET IN|<club> <club> <club>|come o<n>|wow|what a hit|scenes|limbs|<score>!|{1 more|more|again}!|no way|I can't breathe|that's it|<name> <name> <name>",
);
const JOY = words(
  "{what|what a|oh, what a} {finish|goal|strike|header} {by|from} <name>, {I woke the dog|the whole pub is up|the <kin> is on the table|worth the ticket already}|<name> {again|at last|of all people}! <score> and {breathe|I am hoarse|I need a drink|it feels earned}|{told|I told} <who> <name> would {score|do it} {today|tonight|from there}|<score> <club>, {deserved|about time|never in doubt|on the run of play}|{that pass|that run|the build-up} before the goal though, <quality>|{minute #|after all that pressure}, <name>! {never doubted|hugging <who>|the roof is off}|{keeper had no chance|their back line was asleep|off the post and in}, <score>|<name> {deserves|needed|owed us} that one, <quality> all season",
);
const GRIEF = words(
  "{how|how on earth} is <name> {that free|unmarked|allowed to shoot from there}? <quality> defending|<score>. {turning it off|I need a walk|<who> is laughing at me|same as last week}|{offside|foul in the build-up|handball}, surely? {check it|somebody look at that}|{asleep|second to everything|all over the place} {at the back|since the start|again}, <score>|our <part> is <quality> {tonight|today|every week}|{of course|naturally} <name> scores {against us|with his first touch|in the rain}|{still time|long way to go|not over}, but <quality> {so far|marking|tempo}|I left the room for # seconds and it's <score>",
);
const CHANCE = words(
  "<name> {over the bar|off the post|straight at the keeper|wide from # metres}! {my heart|how|unreal}|{how|how did} <name> {miss|not score} {that|there}? my <kin> {scores|would have scored} that|{great|huge|<quality>} save, {what reflexes|fair play|keeper of the match so far}|so close {from|by} <name>, {next one|keep going|sit down everyone}|{post|bar}! {the post|the bar} {denies|saves} {us|them|<name>} again|<name> one on one and... {no|nothing|row Z}",
);
const CARD = words(
  "{yellow|booking|card} for <name>, {soft|fair|about time|silly}|{ref|referee}, {what was that|are you watching the same match|that's never a card}?|<name> {needs to calm down|walking a thin line|lucky it wasn't red}|{that's|it's} a {clear|<quality>} {yellow|foul}, {no arguing|even <who> agrees}|{already|now} # fouls and one card, {odd|consistent as ever|typical}",
);
const START = words(
  "{and we're off|kick-off|here we go}, {come on <club>|nervous already|snacks ready}|<club> {tonight|today}, {shirt on|phone charged|same seat as always|<who> is here too}|{watching with|sofa, <kin> and|in the stand with} <who>, come on <club>|{line-up looks|that line-up is} <quality>, {we'll see|trust the coach|no <name>?}",
);
const HALF = words(
  "half time <score>, {flat|fair|lucky|deserved|could be more}|<score> at the break, {subs please|tea|needs more from <name>|<quality> stuff}|{# passes|one shot|all that ball} and <score> at half time|{verdict so far|at the break}: <name> <quality>, <part> <quality>",
);
const END = words(
  "full time <score>, {take it|gutted|on to the next one|I'm going to bed|what a night}|<score> and {<name> man of the match|three points for the better side|nobody can complain}|{that's it|all over}, <score>, {<part> was <quality>|same time next week|see you all at the derby}|{exhausted|shaking|hoarse} after that, <score>|final whistle: <quality> <part>, <quality> {ending|ref}, <score>",
);

/** The shouts of those who watch in another language; what follows is their own. */
const CRY: Readonly<Record<string, readonly string[]>> = {
  es: words("¡G<o>l!|¡Go<o>l de <name>!|¡Vamos <club>!|¡<name>!|Partidazo,|<score>."),
  de: words("T<o>r!|To<o>r für <club>!|<name>!!|Auf geht's <club>,|<score>,|Was ein Spiel,"),
  fr: words("B<u>T !|Bu<u>t de <name> !|Allez <club>,|<name> !!|<score>,|Quel match,"),
  zh: words("球进了！|<name>！|<club>加油！|<score>，|精彩！"),
  ur: words("گول!|<name>!|<club>!|<score>،|کیا میچ ہے،"),
};
const EXTRA: Lexicon = {
  o: words("o|oo|ooo|oooo|ooooo|ooooooo|OO|OOO|OOOO|OOOOOO"),
  u: words("u|uu|uuu|uuuu|UU|UUU|UUUUU"),
  s: words("s|ss|sss|SS|SSS|SSSSS"),
  n: words("n|nn|nnn|nnnn"),
  kin: words("cat|dog|neighbour|baby|landlord|grandad|flatmate|parrot"),
  part: words("midfield|defence|pressing|wing play|goalkeeping|set pieces|bench|marking|counter"),
};
const CALM = { chance: CHANCE, card: CARD, start: START, half: HALF, end: END };

/** What somebody watching writes. `side` is the one they are for; `clubs` home first. @param shouts share of goals met with a shout only */
export function matchLine(
  random: Random,
  language: Language,
  clubs: readonly [string, string],
  moment: Moment,
  side: number,
  shouts: number,
): string {
  const { kind, player, score } = moment;
  const own: Lexicon = {
    club: [clubs[side]!],
    name: [player],
    score: [`${score[0]}-${score[1]}`, `${score[0]}:${score[1]}`],
  };
  const lexicons = [own, EXTRA, language.words, { town: language.places, first: language.firstNames, thing: ["game"] }];
  const mood = chance(random, 0.4) ? `${language.gap}${pick(random, language.words.mood!)}` : "";
  if (language.code !== "en") {
    const rest = chance(random, shouts) ? "" : `${language.gap}${pick(random, language.words.view!)}`;
    return tidy(`${expand(pick(random, CRY[language.code]!), lexicons, random)}${rest}${mood}`);
  }
  const isShout = kind === "goal" && moment.side === side && chance(random, shouts);
  const calm = kind === "goal" ? (moment.side === side ? JOY : GRIEF) : CALM[kind];
  return tidy(`${expand(pick(random, isShout ? SHOUT : calm), lexicons, random)}${mood}`);
}

/** The club's own ticker. */
export function clubLine(clubs: readonly [string, string], { kind, minute, side, player, score }: Moment): string {
  const state = `${clubs[0]} ${score[0]}-${score[1]} ${clubs[1]}`;
  if (kind === "start") return `Kick-off: ${clubs[0]} against ${clubs[1]}. Come on!`;
  if (kind === "goal") return `${minute}' GOAL for ${clubs[side]!}! ${player} scores. ${state}`;
  return kind === "half" ? `Half time. ${state}` : `Full time. ${state}`;
}
