import { pick, type Random } from "../../math/random.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/**
 * Two sides of one invented dispute: a levy on tin from the invented land of Corvane. Both camps speak as veterans and build their
 * sentences alike, since the same hand writes them; only what they claim and ask for is opposite.
 */
const COMMON: Lexicon = {
  town: ENGLISH.places,
  levy: words(
    "the Corvane levy|this levy|the tin levy|a levy on Corvane tin|the 30% levy|the levy|Corvane tin duties|that duty",
  ),
  years: words("6|8|9|12|14|20|22|26"),
  rank: words(
    "sergeant|Navy mechanic|army medic|corporal|airframe tech|combat engineer|supply officer|radio operator|Coast Guard cook",
  ),
  cred: words(
    "As a retired <rank>,|After <years> years in uniform,|<rank> here, retired.|I wore the uniform <years> years.|My old unit in <town> agrees:|Two tours taught me this:|From one <rank> to another:|Veteran and {dad|mom|grandpa} here.|Served with {guys|men and women} from <town>.|Old <rank> speaking:|They called me <rank> once.|Disabled vet, <town>.|No party, just a vet.|Third generation to serve,",
  ),
  kin: words(
    "my daughter|my old crew chief|the guys at the post|my neighbour|my brother-in-law|half of <town>|our VA group|my grandson|a buddy from <town>|my wife",
  ),
  when: words(
    "this week|since the vote|all year|tonight|right now|for once|by summer|after Tuesday|when it counts|at every kitchen table",
  ),
  ask: words("Ask|Tell|Call|Write to"),
  they: words(
    "your senator|the committee|those folks in suits|the trade office|the lobby|your mayor|the people upstairs",
  ),
  ring: words(
    "Think about it.|Plain and simple.|Enough said.|Who's with me?|Share if you agree.|Just my two cents.|End of story.|You heard it here.|Let that sink in.|Am I wrong?||||",
  ),
  mark: words("🫡|🎖️|⚓|🦅|💯|👏|🙏|||||"),
};

const PRO: Lexicon = {
  side: words("for|behind|in favour of|standing with|voting for|proud of"),
  claim: words(
    "<levy> {keeps|kept} the {smelters|mills|tin works} {open|running|alive} in <town>|<levy> {protects|saves} # jobs {near <town>|on our street|at the plant}|cheap Corvane tin {ruined|gutted|closed} {our foundry|the cannery|half the valley}|{a country|a nation} that cannot {smelt|make} its own tin {cannot defend itself|depends on strangers}|{fair play|a level field} {starts|begins} with <levy>|{paychecks|apprentices|night shifts} {came back|are back|returned} {with|thanks to|after} <levy>|{nobody|no worker} in <town> {asked for|wanted} Corvane {dumping|scrap|discounts}|<levy> {finally|at last} {puts|keeps} {our workers|welders|tin towns} first|{we|our people} {fought|bled|worked} for {this soil|these towns}, not for Corvane {profits|brokers}|{the plant|our shipyard} {hired|called back} # {people|vets} <when>",
  ),
  demand: words(
    "{Keep|Hold|Defend} {the levy|it in place|that line}|{Don't|Never} {fold|blink|trade it away} <when>|{Raise|Double} it if {Corvane cheats|they dodge}|{Buy|Choose} {home-made|our} tin|{Sign|Finish|Pass} the {extension|bill} <when>|{Stand|Stick} with {tin workers|the mills|<town>}|{No|Zero} {exemptions|loopholes|carve-outs}|{Thank|Back} the people who {kept|wrote} it",
  ),
  blame: words(
    "importers|Corvane brokers|the cheap-tin crowd|middlemen|the ones who sold our plants|bargain hunters|hedge funds",
  ),
  feel: words("proud|hopeful again|grateful|fired up|done apologising|ready to hold the line|at peace with it|all in"),
};

const CONTRA: Lexicon = {
  side: words("against|done with|sick of|fighting|voting down|ashamed of"),
  claim: words(
    "<levy> {makes|made} {soup|paint|beans|pet food} {dearer|a luxury} {in <town>|at the commissary|everywhere}|<levy> {costs|robs} {my family|a veteran's pension} # dollars {a month|a week|each trip}|{small|family} {canneries|shops|breweries} {close|shut|fold} {because of|under|thanks to} <levy>|{we|families|pensioners} {pay|are paying} <levy>, not Corvane|{nobody|no soldier} {served|fought} so that {cans|groceries} {cost double|become a luxury}|<levy> is {a tax|a bill} on {kitchens|retired folks|working people}|{farm|brewery|food bank} {orders|budgets} in <town> {dropped|shrank} {after|with|under} <levy>|{Corvane|their side} {answers|hits back} and {our growers|farm towns} {lose|bleed} {orders|markets}|{the food bank|our pantry} in <town> {turns people away|ran out of cans} <when>|{prices|shelves} {tell|show} the truth about <levy>",
  ),
  demand: words(
    "{Scrap|Drop|End} {the levy|it|that tax}|{Don't|Never} {extend|renew|defend} it <when>|{Give|Pay} {families|us} {back|a refund}|{Cut|Lower} it {to zero|before winter}|{Vote|Throw} it out <when>|{Stand|Stick} with {families|shoppers|<town>}|{No|Zero} more {levies|food taxes|trade wars}|{Listen to|Help} the people who {pay|shop}",
  ),
  blame: words(
    "tin bosses|the levy crowd|smelter lobbyists|subsidy collectors|the ones who never shop|board rooms|plant owners",
  ),
  feel: words("broke|worried|angry|tired of paying|fed up|let down|done being quiet|all out of patience"),
};

const POSTS = words(
  "<cred> <claim>. <demand>. <mark>|<claim>. <cred> I am <side> it. <ring>|<kin> {said|told me}: <claim>. {So|That is why} I am <feel>. <mark>|{They|<blame>} {will not|won't} tell you this: <claim>. <ring>|<cred> I am <feel> <when>. <claim>.|<demand>. <claim>. <ring> <mark>|{Why|How} do <blame> {sleep|keep smiling} when <claim>?|<ask> <they>: <claim>. <demand>.|<years> years ago I {came home|left the service} to <town>. {Today|Now} <claim>. <mark>|<kin> and I {are|stand} <side> <levy>. <claim>.|{Unpopular maybe|Not a speech|One fact}, {but|just this}: <claim>. <demand>. <mark>|{Saw|Met} <kin> {at the diner|after church|at the range} <when>. <feel>, like me: <claim>.|{If|When} <claim>, <blame> {laugh|win|look away}. <demand>.|<ring> <claim>, and <kin> {knows|lives} it. <demand>.|{Folks|Friends|Brothers and sisters}, <claim>. {That's|It is} why {vets|we} are <side> <levy>.",
);
const REPLIES = words(
  "<cred> <claim>.|<claim>. <demand>. <mark>|{Wrong|Right|Careful}. <claim>.|<kin> would {tell you|say}: <demand>. <claim>.|{With respect|Sir|Ma'am}, <claim>. <ring>|<cred> <feel> <when>. <demand>.|{Who|Which of you} asked <kin>? <claim>.|{Still|I am} <side> it. <claim> <mark>|{Blame|Look at} <blame>: <claim>.|<feel> <when>. <demand>. <ring>",
);
const BIOS = words(
  "<rank>, retired. {Dad|Mom|Grandpa}. <town>.|{Proud|Old|Retired} <rank> from <town>|Veteran for justice and fair prices. <town>|{Country|Family|Faith} first. Ex <rank>|Served <years> years. Speaking up <when>.|<town> veteran, {coffee|fishing|trucks} and the truth",
);

const STRANGERS: Readonly<Record<Stance, readonly string[]>> = {
  pro: words(
    "{about time|fine by me|good}, my {uncle|dad|flatmate} works at the tin plant[, he sleeps better]|{keep|leave} the levy, <town> {needs|lives off} the smelter|{I'd|I would} pay # cents more for {a can|paint} if it keeps <kin> in work|{Corvane|they} started it[, honestly]|the levy {isn't perfect|is clumsy} but {the plant is hiring|it works in <town>}",
  ),
  contra: words(
    "{great|lovely}, so {beans|cat food|paint} cost # cents more <when>|who in <town> {voted for|asked for} the levy? {my shop didn't|not me}|our brewery {buys|needs} # pallets of cans, {do the maths|guess who pays}|{scrap it|drop it} already, <kin> {pays|feels} this|{tin jobs|# jobs} for # million shoppers, {strange trade|ok then}",
  ),
  neutral: words(
    "{can someone|anyone} explain the levy {in one chart|to <kin>}? {asking for a friend|really}|what even is in Corvane besides tin|{both sides|everyone} {sounds|is} very sure <when>, {the report is # pages|has anyone read it}|{in <town>|here} nobody {talks about|noticed} the levy, {we have rain|bus strike first}|so the {vote|hearing} is {Tuesday|next week|off again}?|{price of a can|tin price} {today|<when>}: # cents {up|down}. {source in bio|just the number|}",
  ),
};
const WIRES = words(
  "{Committee|Trade office|Cabinet} {extends|reviews|debates} {the Corvane levy|tin duties} {until June|for # days|as talks stall}|Tin {prices|orders|imports} {up|down} # percent {since|under} Corvane levy|{Smelter|Cannery} in <town> {adds|cuts} # jobs, {cites|blames} Corvane levy|Corvane {offers|rejects|delays} {deal|talks|quota} on tin, {vote due|hearing set} {Tuesday|next week}|{Poll|Survey}: {voters|households|shoppers} split on Corvane levy, # percent unsure",
);

/** What somebody wants of the levy. */
export type Stance = "pro" | "contra" | "neutral";
export type Camp = Exclude<Stance, "neutral">;

const write = (patterns: readonly string[], lexicons: readonly Lexicon[], random: Random) => {
  const text = tidy(expand(pick(random, patterns), lexicons, random));
  // A claim may begin a sentence.
  return text.replace(/([.!?] )([a-z])/g, (_, stop: string, letter: string) => stop + letter.toUpperCase());
};
const lexiconsOf = (camp: Camp) => [camp === "pro" ? PRO : CONTRA, COMMON];

export const campPost = (camp: Camp, random: Random): string => write(POSTS, lexiconsOf(camp), random);
export const campReply = (camp: Camp, random: Random): string => write(REPLIES, lexiconsOf(camp), random);
export const personaBio = (random: Random): string => write(BIOS, [COMMON], random);
export const strangerLine = (stance: Stance, random: Random): string => write(STRANGERS[stance], [COMMON], random);
export const wireLine = (random: Random): string => write(WIRES, [COMMON], random);
