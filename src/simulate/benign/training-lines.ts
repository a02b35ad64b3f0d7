import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/** What is said in the course of the afternoon. */
export const STEPS = ["welcome", "task", "close", "hello", "exercise", "answer", "thanks"] as const;
export type Step = (typeof STEPS)[number];

const PATTERNS: Readonly<Record<Step, readonly string[]>> = {
  welcome: words(
    "Welcome to everybody at our digital skills afternoon in <town>! Make your account, say hello with our hashtag, and follow each other|Good afternoon <town>! <count> people at the training table of <ngo>. First task: open an account and introduce yourself under our hashtag",
  ),
  task: words(
    "Second task: find a photo without a source and say in one post what you would check before sharing it|Now you: write one post about your project for people who have never heard of it, then answer one from your table",
  ),
  close: words(
    "That was our afternoon. Thank you all! You may keep the accounts or delete them, the slides are on our page|Thank you for a lively training day. Certificates come by mail, and yes, deleting the account is fine",
  ),
  hello: words(
    "{hello|hi|good afternoon}, {my name is <first>|I am <first>|<first> here} {from|and I come from} {<town>|the <group> group|the <group> project} and this is my {first|very first} post|{first|1st} {post|message} {ever|here}! {greetings from|at} the {<ngo> workshop|training in <town>|computer room}|<first>, <group> {volunteer|group|project}. {learning how this works|nervous|here to learn} {😅|🙂|👋|}|{testing|test}, {is this on|does this work|one two}? {says|it's} <first> {from the <group> group|}|{hi all|hello everyone|hello world}, I {work with|look after|am part of} the <group> {group|project|team} {👋|}",
  ),
  exercise: words(
    "before {sharing|passing on} a {photo|picture|video} I {check|would check} {who posted it first|the date|the place|the shop signs in it|the shadows|whether others have it too}[ and {ask <who>|search for it backwards|wait a bit}]|our <group> {project|group} {meets|is open} {on|every} <day> {afternoon|evening|}, {everybody|beginners|children} {welcome|can come}[, {coffee|tools|seeds} {included|provided}]|{this picture|the photo on our table} {is said to show|claims to show} <town>, {but|though} the {signs|trees|number plates|street lamps} {say otherwise|look wrong|do not fit}|{learned today|note to myself}: {look for the source|read past the headline|no passwords on paper|a screenshot proves nothing|two changed letters make another address|ask before posting faces|the oldest copy counts}|{what|something} {people|most} {don't know|get wrong} about {the <group> group|our <group> project}: {it is free|it is not only for old people|we need # helpers|no experience needed}",
  ),
  answer: words(
    "{good|nice|great} {one|point|idea}, {I did not see that|same at our table|we had that too}|{welcome|hello} {<first>|neighbour}, {I sit behind you|I am the one by the window|see you at the break} {😄|👋|}|{how|where} did you {find|check} {that|this}?|{yes|right}, {the date|the source|that address} {gives it away|is the trick|helps}|{done|followed you|got it} {👍|🙂|}",
  ),
  thanks: words(
    "{thank you|thanks} <ngo> {for the afternoon|for the cake|for your patience}, {I learned a lot|that was fun|see you}|{going home|packing up} {with a full head|happy|and hungry}, {thanks|thank you} {all|everybody|trainers} {🙏|🙂|}|{bye|so long}, {probably deleting this|my phone is at # percent|I will show <who>} {😅|👋|}",
  ),
};
const WORDS: Lexicon = {
  group: words(
    "allotment|choir|repair café|toy library|reading|parents'|neighbourhood|bicycle|food bank|sewing|youth|walking|history",
  ),
  who: words("my daughter|my neighbour|the trainer|my son|a friend|my husband|the group"),
  day: words("Monday|Tuesday|Wednesday|Thursday|Saturday"),
};
export const TRAINEE_BIOS = words(
  "{Trying this out|Test account|Here for the afternoon|Learning} at {the <ngo> training|<ngo>}|<ngo> training, {table #|group #}|{New here|First steps}. <group> {volunteer|group}",
);

export interface Room {
  readonly ngo: string;
  readonly town: string;
  /** How many sit in it. */
  readonly count: number;
}

/** @param first name of who writes */
export function trainingLine(random: Random, step: Step, { ngo, town, count }: Room, first: string): string {
  const room: Lexicon = { ngo: [ngo], town: [town], count: [String(count)], first: [first] };
  return tidy(expand(pick(random, PATTERNS[step]), [room, WORDS], random));
}

export const traineeBio = (random: Random, ngo: string): string =>
  expand(pick(random, TRAINEE_BIOS), [{ ngo: [ngo] }, WORDS], random);
