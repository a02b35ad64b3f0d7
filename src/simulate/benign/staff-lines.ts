import { pick, type Random } from "../../math/random.ts";
import type { Community } from "../communities.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/** An employer's field: what it has to say, and what its people are called. */
export interface Field {
  readonly name: "brand" | "party";
  readonly suffixes: readonly string[];
  readonly news: readonly string[];
  readonly jobs: readonly string[];
}

const BRAND: Field = {
  name: "brand",
  suffixes: ["Coffee", "Bikes", "Rail", "Books", "Mills", "Energy"],
  news: words(
    "{our new|the new|a second} {shop|workshop|repair desk|store} in <town> opens {on Monday|this week|today}|we {cut|halved} packaging by # percent {this year|since spring}|{# apprentices|# trainees|# people from <town>} {start with us|begin} {this week|today|in <town>}|{delivery|service} in <town> now {takes one day|runs on Saturdays}|we {won|were shortlisted for} the {design|service|training} award {of <town>|of our trade}|{we are hiring|there are # open jobs} in <town>, {apply until Friday|come and see us}|{# volunteers|our people} {planted trees|cleaned the canal|ran the food stall} in <town>|{opening hours|hours} in <town> {change|get longer} {from Monday|for the summer}|our {price list|catalogue|annual report} is {online|out}, {# pages|with # new items|no small print}|{thank you|thanks} <town>, {# visitors|a full house} at our {open day|stand at the fair|repair evening}|{from today|starting now|at last,} we take {bags|tins|boxes|parts} back in {every shop|<town>|# shops}",
  ),
  jobs: words("Customer care|Sales|Marketing|Workshop lead|Logistics|People team|Store manager|Data team|Purchasing"),
};
const PARTY: Field = {
  name: "party",
  suffixes: ["Alliance", "List", "Forum", "Union of Towns"],
  news: words(
    "{our plan|the plan} for {cheaper bus fares|free school meals|warmer homes|safe crossings} is {fully costed|on page # of the programme|out today}|{tonight|on Thursday} {our candidate|the spokesperson} debates {housing|rail|care} in <town>|{# towns|# councils} have {taken up|backed} our {tree|library|broadband} motion|we {voted for|tabled} {the night bus|the rent register|the clinic} {today|in committee}|{doors we knocked on|members who joined} this month: #00|our answer to {waiting lists|empty shops|high fares} is {simple|on the table}: {open|fund|fix} them|{open evening|street stall|members' meeting} in <town> on {Tuesday|Saturday|Thursday}, {everybody welcome|questions welcome|bring a neighbour}|{# places|# streets} where {a crossing|a bench|a bus stop} is missing: {our map is online|we made a list|help us find more}|{the committee|the council of <town>} {adopted|heard} our {amendment|motion} on {street lighting|after-school care|repair vouchers}|our {candidate for|group in} <town> {answers your questions|reads your letters} {tonight|on Sunday|at noon}",
  ),
  jobs: words(
    "Press officer|Caseworker|Campaign organiser|Policy adviser|Councillor's office|Events|Membership|Digital team|Local organiser",
  ),
};
export const FIELDS: readonly Field[] = [BRAND, PARTY];

/** The line that goes round the office with the news, to be posted as it is by who likes. */
const SUGGESTED = words(
  "Proud of the team: <news>!|Great to be part of this. {Read|See} for yourself: <news>|Big day for all of us at <employer>: <news>|This is why I work at <employer>: <news>",
);
const OWN_WORDS = words(
  "{so happy|really glad|honestly proud} to see {this|it} out, {months of work|took us # meetings|worth every late evening}: <news>|{my team|we at <employer>|colleagues} {did it|made it}: <news>, <view>|{if you know somebody|anyone} in <town>: <news>, {tell them|pass it on|spread the word}|small plug for {work|the office|my colleagues}: <news>|{people ask|<who> asked} what I do all day. well, <news>|<news>. {and <who> brought cake|long week, good week|back to my inbox}|{told you|finally}: <news> {💪|🎉|👏|🙌}|not neutral, I work there, but: <news> and it is <view>|{busy day|early start} at <employer>, {quick update|worth it}: <news>",
);
const BIOS = words(
  "<job> @<handle>. {Views my own|Private account|Opinions mine, reposts no endorsement}|<job> at <employer>, <town>. Into <doing> after hours|I work for <employer> (<job>). {Own views|Personal account}|<employer> <job>. {Parent|Cyclist|Cook|Reader}, <town>",
);
const ANNOUNCED = words("{News|Update|Today}: <news>|<news>|{Good to know|In short}: <news>.");

export interface Employer {
  readonly name: string;
  readonly handle: string;
  readonly tag: string;
  readonly field: Field;
}

const lexiconOf = ({ name, handle, field }: Employer, news: string): Lexicon => ({
  employer: [name],
  handle: [handle],
  job: field.jobs,
  news: [news],
});

/** @param item stream of the n-th news, the same for all who speak of it; what it is about comes round in turn */
export function newsOf({ field }: Employer, n: number, item: Random, towns: readonly string[]): string {
  return expand(field.news[n % field.news.length]!, [{ town: towns }], item);
}

export const suggestedLine = (employer: Employer, news: string, item: Random): string =>
  `${tidy(expand(pick(item, SUGGESTED), [lexiconOf(employer, news)], item))} #${employer.tag}`;

export const announcedLine = (employer: Employer, news: string, item: Random): string =>
  `${tidy(expand(pick(item, ANNOUNCED), [lexiconOf(employer, news)], item))} #${employer.tag}`;

export const ownLine = (employer: Employer, news: string, community: Community, random: Random): string =>
  tidy(expand(pick(random, OWN_WORDS), [lexiconOf(employer, news), ...community.lexicons], random));

export const staffBio = (employer: Employer, town: string, community: Community, random: Random): string =>
  expand(pick(random, BIOS), [{ town: [town] }, lexiconOf(employer, ""), ...community.lexicons], random);
