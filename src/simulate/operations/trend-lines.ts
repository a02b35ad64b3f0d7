import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/**
 * What is to trend: invented projects and offices in invented places, for or against. A template has fixed words and one gap that
 * each participant fills; reworded lines share the point alone.
 */
export interface Theme {
  readonly hashtags: readonly string[];
  readonly words: Lexicon;
}

const FOR: Lexicon = {
  good: words(
    "{long overdue|the right call|a gift to our children|pure common sense|what we voted for|a proud day|real progress|worth every coin}",
  ),
  claim: words(
    "{will bring|means|promises|creates} {jobs|work|business|hope} {for|to} {thousands|our youth|every village|the whole county}|{ends|cuts|finishes} {years of delay|the long queues|the old cartel|the daily suffering}|{puts|places} {ordinary people|farmers|traders|families} {first|before profits|back in charge}|{keeps|holds} {prices|fares|taxes} {low|down|fair} {for all|this year|at last}",
  ),
  urge: words("{Let it pass|Build it now|Give it a chance|Stand with us|Say yes|Support it loudly|No more delays}"),
  foe: words(
    "{The noisy few|Those who profit from delay|The usual critics|Old cartels|Paid critics} {will not stop us|have no answer|fear progress|should be ashamed}",
  ),
};
const AGAINST: Lexicon = {
  good: words(
    "{a scandal|daylight robbery|a bad joke|a shame for us all|rotten to the core|built on lies|dead on arrival|an insult to taxpayers}",
  ),
  claim: words(
    "{will cost|costs|is stealing from} {us|our children|every family|the taxpayer} {billions|everything|their future|a fortune}|{serves|feeds|enriches} {a few friends|brokers|cartels|the well connected} {only|and nobody else|as always}|{ignores|insults|silences} {the courts|our elders|the villages|honest workers}|{was signed|was rushed through|was cooked up} {at night|behind closed doors|without a vote|in secret}",
  ),
  urge: words("{Stop it now|Send it back|Audit everything|Drop the plan|Say no|Reject it|Enough is enough}"),
  foe: words(
    "{Those in charge|The brokers|The board|Its friends in the press|The committee} {must explain|should resign|owe us answers|think we are blind}",
  ),
};
const NAMES = words("Orendale|Kivamba|Tolusi|Marowe|Benduri|Sawela|Nyorin|Pelanga");
const PROJECTS: readonly (readonly [string, string])[] = [
  ["toll bridge", "Bridge"],
  ["dam", "Dam"],
  ["market levy", "Levy"],
  ["stadium deal", "Stadium"],
  ["water board", "Water"],
  ["land bill", "LandBill"],
  ["port lease", "Port"],
  ["grain fund", "Grain"],
];

/** The n-th campaign of a world: another project in another place each time, and a side. */
export function themeOf(random: Random, campaign: number): Theme {
  const place = NAMES[(campaign + Math.floor(random() * NAMES.length)) % NAMES.length]!;
  const [project, tag] = PROJECTS[(campaign + Math.floor(random() * PROJECTS.length)) % PROJECTS.length]!;
  const isFor = random() < 0.5;
  const main = isFor
    ? pick(random, [`${place}${tag}Now`, `YesTo${place}${tag}`, `${place}Rises`])
    : pick(random, [`Stop${place}${tag}`, `${place}${tag}MustFall`, `NoTo${place}${tag}`]);
  const thing = words(
    `the ${place} ${project}|this ${project}|the ${project} in ${place}|${place}'s ${project}|what they plan in ${place}`,
  );
  return {
    hashtags: [main, `${place}${campaign + 1}`],
    words: { ...(isFor ? FOR : AGAINST), thing },
  };
}

const COMMON: Lexicon = {
  who: words(
    "{As a|Speaking as a} {teacher|trader|driver|farmer|nurse|student|young voter|taxpayer|mother of #|graduate},|My {uncle|neighbour|sister|landlord|pastor|former boss} {says|agrees|told me}:|{Friends|Good people|Fellow citizens|My people},|{Honestly|Simply put|Let us be clear|For once|No surprise|Wake up|Facts only}:",
  ),
  ask: words(
    "{Who|Why does nobody|When will they|How long until somebody} {answer|answers|explain|explains} {this|for this|what we all see}?|{Do you agree|Are you with us|Can you see it|Who is with me}?|{How many more|Is it only|What about the} # {families|villages|shops}?",
  ),
  face: words("🔥|💯|✊|🙏|👏|😤|📢|🙌||"),
};
const LINES = words(
  "<who> <thing> <claim> <face>|<thing> <claim>. <urge>! <face>|<urge>. <thing> <claim> and <claim>|<ask> <thing> <claim> <face>|<thing> is <good>. <foe>|<foe>. <thing> <claim>. <urge>!|{We have seen|I have read|Look at} {the figures|the plan|page #}: <thing> <claim>|<urge> <face> It <claim>, <good>|<who> <urge>! <thing> is <good>|<good>! {That is|No other word for} <thing>. <ask>|{Today|This week|Right now} {we speak up|we say it}: <thing> <claim> <face>|{They told us|We were told} otherwise, but <thing> <claim>. <foe>|<claim>: {that is|there you have} <thing> in {one line|short|# words}. <urge>",
);
/** What each participant puts into the gap of a template. */
const GAP = words(
  "{in my county|in our street|here at home|where I live|at our market|in my ward}|{my family|my neighbours|our chama|all my friends|we all} {feel it|know it|say so}|{today|this very morning|since last year|every single day|again and again}|{# families|# of us|half the village|the whole estate} {agree|can tell you|are watching}",
);
const TEMPLATES = words(
  "<thing> <claim>, @@! <face>|@@: <thing> is <good>. <urge>!|<urge>! <thing> <claim>, @@|{Fact|Truth|Remember}: <thing> <claim>. @@ <face>|<foe>, @@. <urge>!|@@ and still they ask. <thing> <claim>",
);

/** Line of the script: the same fixed words for everybody, and a gap filled by the writer's own stream. */
export function templateLine(theme: Theme, script: Random, own: Random): string {
  const fixed = expand(pick(script, TEMPLATES), [theme.words, COMMON], script);
  return sentenceCase(tidy(fixed.replace("@@", expand(pick(own, GAP), [], own))));
}

export const rewordedLine = (theme: Theme, random: Random): string =>
  sentenceCase(tidy(expand(pick(random, LINES), [theme.words, COMMON], random)));

/** What strangers write who find the hashtag among the trends; @@ stands for it, as the grammar reads # as a number. */
const STRANGERS = words(
  "{why|how} is @@ {trending|everywhere|on top} {again|today|now}? {<who> says <view>|asking for <who>|<view>, I guess}|{who is|anyone} {behind|paying for|following} @@? <who> {thinks so|would know|keeps asking}|@@ {again|of course|really}? <view>|{opened the app|came back from lunch|was <doing>} and now @@|{my timeline is|so much} @@ {today|tonight}, <view>|{serious question|asking for <who>}: what is @@?|<who> {explained|sent me} @@, <view>|{lol|ok} @@ and the <thing> in one day|@@, and {nobody talks about|what about} the <thing>?|{not sure about|no opinion on} @@ but <doing> is <view>",
);
/** The same in any other language: its own words around the hashtag. */
const STRANGERS_ANYWHERE = words("<lead> @@? <view>|@@ <when>: <view> [<mood>]|<view>, @@ [<mood>]");

export const strangerLine = (
  hashtag: string,
  isEnglish: boolean,
  lexicons: readonly Lexicon[],
  random: Random,
): string =>
  tidy(expand(pick(random, isEnglish ? STRANGERS : STRANGERS_ANYWHERE), lexicons, random)).replace("@@", `#${hashtag}`);
