import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/** The call of each host is one form with another prize each time, as such calls are. */
const CALLS = words(
  "🎁 GIVEAWAY 🎁 Win <prize>! To enter: 1. follow @<host> 2. repost this 3. reply with <task>. Ends <end>, winner drawn at random. Good luck!|It's giveaway time! We have <prize> for one of you. Just follow us, repost and tell us <task> in the replies. Open until <end>. Free to enter 🍀|WIN <prize> 🎉 Follow + repost + tag two friends. Closes <end>, one winner, no purchase needed",
);
const CALL_WORDS: Lexicon = {
  prize: words(
    "a pair of wireless headphones|a weekend for two by the sea|a stand mixer|a signed poster|a gift card worth 100|the new handheld console|a year of coffee|two front-row tickets|a mechanical keyboard|a hamper of local cheese|a set of steel pans|a smart watch|a tent for four|a graphics tablet",
  ),
  task: words(
    "your favourite snack|one emoji|the name of a friend|your guess of the winner|the song of your week|where you would take it|done",
  ),
  end: words("Friday|Sunday night|the day after tomorrow|tomorrow at noon|midnight on Saturday|Wednesday 8 pm"),
};
const ENTRIES = words(
  "{done|Done|DONE|all done}{!|| ✅| 🤞| 🍀}|{entered|I'm in|in|count me in}{!|, thanks|, thank you for the chance| 🤞|}|{good luck|best of luck|fingers crossed} {everyone|all|to us all|} {🤞|🍀|🙏|}|{followed|following|already following} {and|&|,} {reposted|shared} {✅|🤞|🙏|}|{thanks|thank you|cheers} for the {chance|giveaway|opportunity}{, <wish>|} {🤞|🍀|}|{would love|could do with|need|never win but want} {this|that|it} {for <whom>|so much|} {🙏|🤞|😍|}|{pick me|please|hope it's me}{, <wish>|} {🙏|🤞|}|{what a|great|lovely|amazing} {prize|giveaway|one}{, <wish>|} {😍|🍀|}|my {answer|guess}: <answer> {🤞|🍀|}|<answer>{!|, obviously|, every time|}[, {fingers crossed|done|entered}] {🤞|}",
);
const ENTRY_WORDS: Lexicon = {
  wish: words(
    "<whom> would be so happy|it's my birthday soon|mine broke last week|never won a thing|this would make my month|second time lucky|I enter every day",
  ),
  whom: words("my daughter|my mum|our new flat|my brother|the whole family|my desk|my best friend|the kitchen"),
  answer: words(
    "popcorn|salted crisps|dark chocolate|olives|the coast|a lake|Grandma|my sister|the underdogs|the home side|a sad song|anything loud|liquorice|the balcony|my sofa",
  ),
};
export const HUNTER_BIOS = words(
  "Comping since #, {wins so far|still waiting for the car}|{Giveaways|Competitions} and {dogs|coffee|coupons}|I enter competitions. {Mum of three|Bargain hunter|Luck is a skill}|Here for the giveaways {🍀|🤞|🎁}|Comper. {Freebies|Vouchers|Prizes} and <town>",
);

/** @param own stream of the host: its form; @param drawn stream of the draw: its prize */
export function callLine(own: Random, drawn: Random, host: string): string {
  return expand(pick(own, CALLS), [{ host: [host] }, CALL_WORDS], drawn);
}

export const entryLine = (random: Random): string => tidy(expand(pick(random, ENTRIES), [ENTRY_WORDS], random));
