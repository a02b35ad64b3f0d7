import { pick, type Random, stream } from "../../math/random.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/** What programmers who look for work say of themselves, true or not: persona and honest seeker draw on the same lists. */
const LEXICON: Lexicon = {
  years: words("5|6|7|8|9|10|12|15"),
  stack: words(
    "front end and APIs|payments and ledgers|data pipelines|mobile apps|build systems|dashboards|cloud cost work|test automation|search|embedded code",
  ),
  field: words("logistics|health records|retail|banking|travel|insurance|education|games|energy|public services"),
  trait: words(
    "{quick|fast} to {learn|settle in}|{calm|patient} under {pressure|deadlines}|{careful|tidy} with {tests|reviews}|{used to|happy with} {remote teams|time zones}|{clear|direct} in writing|{good|at home} with {old code|legacy systems}|{fond of|into} {small releases|pairing}|{ready|free} to start {now|next week|any time}",
  ),
  shop: words("start-ups|agencies|a bank|two scale-ups|an insurer|a games studio|a hospital group|a web shop"),
};
/** Fragments of a résumé. */
const FRAGMENTS = words(
  "{Full-stack|Software|Web} {engineer|developer}, <years>{+|} years, <stack> {at scale|in production|end to end}|{Led|Headed|Ran} a {team|squad} of {4|5|6|7} {through|during} {a rewrite|a migration|a launch} in <field>|{Cut|Reduced|Lowered} {load time|cloud bills|build time} by {30|40|45|60} % for <shop>|{Remote|Distributed work} since {2016|2017|2018|2019}, <trait>|{BSc|Degree|MSc} in {computing|mathematics|informatics}, {self-taught|certified} in <stack>|{Shipped|Delivered|Built} {#|dozens of} {features|services} for <shop>, <stack> {mostly|first}|{Mentor|Reviewer|Speaker} {at heart|on the side}, <trait>|{Worked|Freelanced} for <shop> and <shop>: <stack>",
);
const PITCHES = words(
  "{Hi|Hello|Hey}, {this fits|sounds like me}: <fragment>. {Can I write to you?|Open for a call?|May I send my profile?}|<fragment>. {Interested|Very interested|Would love to talk}, <trait>|{Is this still open?|Still hiring?} <fragment>, <trait>|{Sent|Just sent} you {a note|my profile}. <fragment>|{Happy to do|Fine with} {a test task|the coding test|a trial week}. <fragment>|<trait>, and <fragment>. {Remote ok?|Part-time possible?|Contract or staff?}|{My|The} {last|current} {role|job} was {close to this|the same field}: <fragment>|{What is the stack|Which hours|What time zone}? <fragment>, <trait>",
);
const OPEN = words(
  "{Open to work|Looking for a new role|Available for contracts} {from|starting} {now|Monday|next month}: <fragment>, <trait>|{Finished|Wrapped up} {a contract|a project} {with|for} <shop> {today|this week}. <fragment>. {What is next?|Tips welcome|Know anyone?}|{Any|Does anybody know} {teams|companies} {hiring|looking} for <stack>? <fragment>|{Week|Month} # of {the search|applying}: # {calls|tests}, {no offer yet|one maybe}. <trait>, <fragment>|{Polishing|Rewriting} my {profile|portfolio} {again|tonight}. {Is|Does} '<fragment>' {sound right|enough|too long}?|{Thinking|Writing} about <stack> {after|from} <years> years in <field>. <trait>|{Coding test|Take-home task} number # {done|sent}. {Fingers crossed|On to the next}, <trait>",
);
const HIRING = words(
  "{We are|Our team is|My company is} {hiring|looking for} {a|one more} {developer|engineer} for <stack>, {remote|hybrid|office in <town>}, {reply|write} {here|below}|{Who|Anyone} {wants|fancies} to {build|work on} <stack> in <field>? {Contract|Permanent}, start {soon|in spring|in # days}|{Need|Looking for} {help|hands} with <stack> for {# days|three months|half a year}. {Paid|Fair pay}, {remote ok|<town>}|{Friends in <town>|A client of ours} {search|need} {someone|a person} for <stack>, <field>, {juniors welcome|seniors only}|{Open role|Vacancy}: <stack>, {# k|good pay}, {four days|flexible hours}. {Questions?|Ask me|Referrals welcome}|{Small|Tiny} team in <field> {seeks|wants} {an engineer|a developer} who is <trait>",
);

const write = (patterns: readonly string[], more: Lexicon, random: Random): string =>
  sentenceCase(tidy(expand(pick(random, patterns), [more, LEXICON], random)));

/** Fragments that a persona may claim: below 0 any, else the one of that number, always in the same words. */
const fragment = (seed: number, number: number, random: Random): string => {
  if (number < 0) return expand(pick(random, FRAGMENTS), [LEXICON], random);
  const fixed = stream(seed ^ 0x3e5e, number);
  return expand(FRAGMENTS[number % FRAGMENTS.length]!, [LEXICON], fixed);
};

/** Two fragments and a contact, as in the bio of somebody who looks for work. @param numbers as for fragments, -1 for own words */
export function seekerBio(seed: number, numbers: readonly number[], contact: string, random: Random): string {
  const claims = numbers.map((number) => tidy(fragment(seed, number, random)));
  const end = pick(random, ["Mail", "Contact:", "Reach me:", "✉"]);
  return `${claims.join(". ")}. ${end} ${contact}@mailroom.example`;
}

/** An answer to somebody who hires, or a post of one's own. @param line below 0: own words; else the script's line */
export function seekerLine(seed: number, line: number, isReply: boolean, random: Random): string {
  const wording = line < 0 ? random : stream(seed ^ 0x11fe, line * 2 + (isReply ? 1 : 0));
  return write(isReply ? PITCHES : OPEN, { fragment: [fragment(seed, line, wording)] }, wording);
}

/** @param towns where the company may be */
export const hiringLine = (towns: readonly string[], random: Random): string => write(HIRING, { town: towns }, random);
