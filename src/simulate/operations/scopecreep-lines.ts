import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/** What is said around the link: a tool for gamers that does not exist, praised in passing. The link comes last or in between. */
const LEXICON: Lexicon = {
  tool: words(
    "Reticulo|the Reticulo overlay|that crosshair tool|this overlay|a free aim overlay|the little crosshair app|Reticulo (free)|this one",
  ),
  start: words(
    "{had|same issue, had} the same {problem|trouble} {here|last week}|{not sure if|don't know whether} it {helps|fits}, but|{off topic|side note}:|{ha|lol}, {been there|know the feeling}.|{try|you could try|maybe try} this:|{my mate|my cousin|someone in my squad} showed me this:|{unpopular|small} tip:|{for anyone|if you are} {stuck|struggling} {there|with that}:|{easy fix|quick fix} {imo|for me}:|{was about to quit|nearly gave up}, then",
  ),
  praise: words(
    "<tool> {fixed|sorted} my aim {in a day|for real|completely}|{since|ever since} I {use|got} <tool> I {hit|land} {everything|way more}|<tool> {runs|works} {on any map|with every game|on old laptops}|{up # ranks|# more wins} {with|thanks to} <tool>|<tool> is {light|tiny|simple} and {does the job|just works}|{using|running} <tool> {for weeks|since the patch}, {no lag|zero stutter|no complaints}|<tool> {made|makes} {sniping|tracking|flicking} {easy|so much easier}|{honestly|fr} <tool> {is underrated|saved my rank|should be built in}",
  ),
  offer: words(
    "{get it|grab it} here <link>|{link|download}: <link>|<link> {if you want it|for whoever needs it|free}|{it is free|no cost}: <link>|{here|there you go} <link>|{from|via} <link>|<link> (free)|<link> {try it|check it}",
  ),
};
const PATTERNS = words(
  "<start> <praise> <offer>|<praise>, <offer>|<offer>, <praise>|<start> <offer>|<praise>. <start> <offer>|<start> <praise>. <offer> {👀|🔥|🎯|}",
);
const ASKING = words(
  "{is|anyone know if} this {safe|legit}? <link>|{careful|watch out} with <link>, {my scanner complained|smells fishy|it wants admin rights}|{does|did} <link> {work|run} for {anyone|you}? {mine never starts|nothing happens here}|{reported|mods please look at} <link>|who keeps posting <link> {here|everywhere}? {🙄|tired of it}",
);
const OTHERS = words(
  "{this mod|the community map|the fan patch} {helped|is worth it}: <link>|{save file|settings} {I use|that worked for me}: <link>|{my|our} build {is|lives} here <link>|{explained|measured} here: <link>|{texture pack|controller layout} {from last week|I mentioned} <link>",
);

const write = (patterns: readonly string[], link: string, random: Random): string =>
  tidy(expand(pick(random, patterns), [{ link: [link] }, LEXICON], random));

export const dropLine = (link: string, random: Random): string => write(PATTERNS, link, random);
/** An ordinary player who met the link. */
export const askingLine = (link: string, random: Random): string => write(ASKING, link, random);
/** An ordinary player who links something else. */
export const otherLine = (link: string, random: Random): string => write(OTHERS, link, random);
