import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/** Countries, projects and bodies that do not exist, so that nothing real is argued about. */
const PLACES = words(
  "Nordhaven|Port Ambry|Kestral|Veldland|Marrow Bay|Tessaly|Ostrand|Lower Ravine|Cape Merrin|Sarvia",
);
const PROJECTS = words(
  "harbour loan|subsea cable|chip export rule|rail corridor|rare earth levy|port concession|satellite licence|fishing accord|battery subsidy|border data pact|grain corridor|shipyard order",
);
const ACTORS = words(
  "the upper house|the trade committee|the coastal bloc|the eastern partners|the finance ministry|the defence board|the export council|the opposition|the regulator|local governors",
);

const LEXICON: Lexicon = {
  moves: words(
    "{delayed|postponed|deferred}|{backed|supported|passed}|{questioned|doubted|reopened}|{rejected|refused|blocked}|{quietly dropped|shelved|abandoned}|{rushed|hurried|fast-tracked}|{split over|argued about|could not agree on}|{softened|diluted|narrowed}",
  ),
  who: words(
    "{taxpayers|households|pensioners}|{smaller partners|neighbours}|{exporters|local firms|farmers}|{allies|friends abroad}|{ports and yards|dock workers}|{investors|lenders}|{researchers|engineers}|{future governments|younger voters}",
  ),
  effect: words(
    "{will pay|pick up the bill|carry the cost}|{have no say|are not asked}|{lose patience|grow uneasy|look elsewhere}|{gain little|see no benefit}|{wait for answers|want clarity|ask for figures}|{pay twice|bear the risk}|{turn inward|change course}|{may walk away|weigh other offers}",
  ),
  view: words(
    "{what it means|why it matters|who gains}|{three things to watch|the numbers behind it|our reading}|{a quiet shift|a costly detour|a missed chance}|{the view from the docks|a sober look|questions remain}|{more than symbolism|less than promised}|{an uneasy compromise|a test of trust}",
  ),
  tone: words(
    "{Our take|In brief|Analysis}:|{Worth noting|Worth reading|Of interest}:|{New on our pages|Just out|This week}:|{Colleagues write|Our desk reports}:|{Quietly important|Easily missed}:|{Context|Background}:|{For those following|If you follow} <place>:|{Long read|Short read}:",
  ),
  call: words(
    "{Read on|Full text|More here}|{Our full note|The whole piece|Details} {inside|here|below}|{Comments welcome|What is your view?|Thoughts?}|{Worth ten minutes|Well argued}|{Thread to follow|More soon}|{Charts included|Sources in the text}",
  ),
};
const HEADLINES = words(
  "<actor> <moves> the <place> <project>: <view>|<place> <project>: why <who> <effect>|<who> <effect> as <actor> <moves> the <project>|{Inside|Behind|After} the <place> <project>: <view>|{The|A} <project> {nobody|few} {asked for|understood}: <actor> and <place>|# months on, the <place> <project> {stalls|drifts|costs more}: <view>|{Who pays|Who decides|Who speaks} for <place>? <actor> <moves> the <project>|<actor> {under pressure|on the defensive} over the <project>, <who> <effect>",
);
const ECHOES = words(
  "<tone> <actor> <moves> the <project>. <call>|<call>: {on|about} the <project> in <place>, <who> <effect>|{Colleagues|Friends|Partners} {on|about} <place>: <who> <effect>, and <actor> <moves> the <project>|<who> <effect>: {good|sharp|fair} {note|piece|summary} on the <place> <project>. <call>|<tone> {why|how} <who> <effect> {after|over} the <project>|{Agree with|Seconded by} many in <place>: the <project> is <view>. <call>|<place> {again|once more}: <actor> <moves> the <project>, <view>|{Reading|Sharing} this {today|over tea|before the vote}: <place>, the <project> and {what|how} <who> <effect>|{Hard to disagree|Well put}: <who> <effect>. The <project> {shows|proves} it. <call>|<tone> <view>, {says|writes} our {colleague|friend|partner} on <place>",
);
const COMMENTS = words(
  "{Watching|Following|Listening to} the debate on the <project>: <who> <effect>. <view>|{Spoke|Sat down|Had a call} with {experts|officials|students} {from|on} <place> {today|this week}; <who> <effect>|{Is|Was} the <project> {worth it|needed}? <actor> <moves> it and <who> <effect>|{Question|Small poll|Thought} for {the morning|today|the week}: why do <who> wait for <actor>?|<tone> <actor> <moves> the <project>, <view>|{Decision makers|Our readers|Partners} {ask|tell us|wonder}: <who> <effect>, <view>|{Grateful|Glad} to {exchange views|meet colleagues} on <place>. <view>|{Heard|Noted} in <place>: # {firms|mayors|delegates} say <who> <effect>|{Every|Each} <project> {needs|deserves} {scrutiny|patience|a plan}. <actor> <moves> this one.|{First|Second} {day|round} of talks on <place>: <view>. <who> <effect>|<who> <effect>. That is the story of the <project>, <view>",
);

/** What an article is about: drawn once, so that every post on it speaks of the same thing. */
const subject = (random: Random): Lexicon => ({
  place: [pick(random, PLACES)],
  project: [pick(random, PROJECTS)],
  actor: [pick(random, ACTORS)],
});
const write = (patterns: readonly string[], about: Lexicon, random: Random): string =>
  sentenceCase(tidy(expand(pick(random, patterns), [about, LEXICON], random)));

/** @param article the article's own stream: same stream, same headline */
export const headline = (article: Random): string => write(HEADLINES, subject(article), article);
/** The same news in other words. */
export const echoLine = (article: Random, random: Random): string => write(ECHOES, subject(article), random);
export const commentLine = (random: Random): string => write(COMMENTS, subject(random), random);
