import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy } from "../text/grammar.ts";
import { TOPICS } from "./storm-2035-topics.ts";

/**
 * Texts in two languages that mean the same. Every list says "English ~ Spanish" with its choices in one order, so the same draws give
 * a faithful translation; other draws for the same meaning give a free one.
 */
export type Tongue = "en" | "es";

/** What a text says, whatever its words: numbers of a topic, of one of its claims and of one of its demands, between 0 and 1. */
export interface Meaning {
  readonly topic: number;
  readonly claim: number;
  readonly demand: number;
}

const PAIRS: Readonly<Record<string, readonly string[]>> = {
  town: [
    "Leeds ~ Mérida",
    "Glasgow ~ Valencia",
    "Dublin ~ Bogotá",
    "Cork ~ Lima",
    "Boston ~ Quito",
    "Cardiff ~ Cali",
    "Belfast ~ Rosario",
    "Chicago ~ Puebla",
  ],
  me: [
    "as a nurse in <town> ~ como enfermera en <town>",
    "as a mother ~ como madre",
    "from <town> ~ desde <town>",
    "as a student in <town> ~ como estudiante en <town>",
    "here in <town> ~ aquí en <town>",
    "as someone who votes ~ como alguien que vota",
    "after # years in <town> ~ después de # años en <town>",
    "as a teacher ~ como maestra",
    "on my way to work in <town> ~ camino al trabajo en <town>",
    "as a granddaughter of miners ~ como nieta de mineros",
  ],
  who: [
    "the government ~ el gobierno",
    "the press ~ la prensa",
    "our prime minister ~ nuestro primer ministro",
    "parliament ~ el parlamento",
    "the television ~ la televisión",
    "the world ~ el mundo",
    "the left ~ la izquierda",
    "the right ~ la derecha",
    "everyone in power ~ todo el que manda",
  ],
  hush: [
    "stays silent ~ calla",
    "looks away ~ mira a otro lado",
    "calls it normal ~ lo llama normal",
    "changes the subject ~ cambia de tema",
    "blames the weather ~ culpa al clima",
    "talks about football ~ habla de fútbol",
    "sleeps well ~ duerme tranquilo",
    "knows and does nothing ~ lo sabe y no hace nada",
  ],
  open: [
    "I can't believe it: ~ No lo puedo creer:",
    "Say it loud: ~ Dilo fuerte:",
    "Let's be honest, ~ Seamos sinceros,",
    "They hide it, but ~ Lo esconden, pero",
    "Every day it's clearer: ~ Cada día está más claro:",
    "Read this twice: ~ Lee esto dos veces:",
    "My heart breaks because ~ Se me parte el alma porque",
    "Nobody will tell you, but ~ Nadie te lo dirá, pero",
    "It must be said: ~ Hay que decirlo:",
    "I grew up believing them, but ~ Crecí creyéndoles, pero",
    "Simple truth: ~ La simple verdad:",
    "Tonight I only know that ~ Esta noche solo sé que",
  ],
  feel: [
    "I am ashamed ~ siento vergüenza",
    "I am angry ~ siento rabia",
    "I cannot sleep ~ no puedo dormir",
    "I am tired of the lies ~ estoy cansada de las mentiras",
    "I cried ~ lloré",
    "I still have hope ~ todavía tengo esperanza",
    "I will not be quiet ~ no me voy a callar",
    "I lost my trust ~ perdí la confianza",
  ],
  close: [
    "Enough is enough. ~ Ya basta.",
    "Wake up. ~ Despierten.",
    "Share this. ~ Compartan esto.",
    "Who agrees? ~ ¿Quién está de acuerdo?",
    "Remember it when you vote. ~ Recuérdenlo al votar.",
    "We will not forget. ~ No olvidaremos.",
    "Silence is a choice. ~ El silencio es una elección.",
    "What would you do? ~ ¿Qué harías tú?",
    "History is watching. ~ La historia nos mira.",
    "💔 ~ 💔",
    "✊ ~ ✊",
    "🕊️ ~ 🕊️",
  ],
  text: [
    "<open> <claim>. <close> ~ <open> <claim>. <close>",
    "<claim>, and <who> <hush>. <close> ~ <claim>, y <who> <hush>. <close>",
    "<me>, <feel>: <claim>. ~ <me>, <feel>: <claim>.",
    "<open> <claim>. <demand>! ~ <open> <claim>. ¡<demand>!",
    "While <who> <hush>, <claim>. ~ Mientras <who> <hush>, <claim>.",
    "<demand>! <claim>. <close> ~ ¡<demand>! <claim>. <close>",
    "<me> I say: <demand>. <close> ~ <me> digo: <demand>. <close>",
    "When {my son|my sister|a friend} asks why <claim>, <feel>. <demand>. ~ Cuando {mi hijo|mi hermana|un amigo} pregunta por qué <claim>, <feel>. <demand>.",
    "<who> <hush>. <claim>. <demand>. ~ <who> <hush>. <claim>. <demand>.",
    "{One question|Two words} for <who>: <demand>. Because <claim>. ~ {Una pregunta|Dos palabras} para <who>: <demand>. Porque <claim>.",
    "<feel>. <claim>, <me> or anywhere. <close> ~ <feel>. <claim>, <me> o donde sea. <close>",
    "{Today|Again}: <claim>. {Tomorrow|Soon} it is us. <close> ~ {Hoy|Otra vez}: <claim>. {Mañana|Pronto} somos nosotros. <close>",
  ],
  stranger: [
    "{reading|hearing} about <where> {again|at breakfast}, no idea who is right ~ {leyendo|oyendo} sobre <where> {otra vez|en el desayuno}, ni idea de quién tiene razón",
    "my {uncle|flatmate} {has been to|married into} <where> and says it is {complicated|quiet} ~ mi {tío|compañero} {estuvo en|se casó en} <where> y dice que es {complicado|tranquilo}",
    "{good thread|long report} on <where>, # pages, {worth it|skip the middle} ~ {buen hilo|largo informe} sobre <where>, # páginas, {vale la pena|sáltense el medio}",
    "why is <where> in the news {today|all week}? {serious question|I was offline} ~ ¿por qué sale <where> en las noticias {hoy|toda la semana}? {pregunta seria|estaba sin conexión}",
    "{march|talk|film night} about <where> in <town> {on Friday|tonight}, # seats left ~ {marcha|charla|cine} sobre <where> en <town> {el viernes|esta noche}, quedan # sitios",
    "both sides on <where> {shout|lie} and {people|farmers} pay, {as ever|I think} ~ los dos lados en <where> {gritan|mienten} y {la gente|los campesinos} paga, {como siempre|creo}",
  ],
};

const sideOf = (pair: string, tongue: Tongue): string => {
  const [english, spanish] = pair.split(" ~ ");
  if (english === undefined || spanish === undefined) throw new Error(`simulate: no translation in "${pair}"`);
  return tongue === "en" ? english : spanish;
};

const LEXICONS: Readonly<Record<Tongue, Lexicon>> = {
  en: lexiconOf("en"),
  es: lexiconOf("es"),
};

function lexiconOf(tongue: Tongue): Lexicon {
  return Object.fromEntries(
    Object.entries(PAIRS).map(([name, list]) => [name, list.map((pair) => sideOf(pair, tongue))]),
  );
}

const at = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)]!;

/** The hashtag of a meaning's topic. */
export const tagOf = ({ topic }: Meaning): string => at(TOPICS, topic).tag;

/** A text of this meaning: with the same draws in both tongues a translation, word for word. */
export function meaningLine({ topic, claim, demand }: Meaning, tongue: Tongue, random: Random): string {
  const { claims, demands } = at(TOPICS, topic);
  const own: Lexicon = { claim: [sideOf(at(claims, claim), tongue)], demand: [sideOf(at(demands, demand), tongue)] };
  return write(own, LEXICONS[tongue], "text", random);
}

/** What somebody says about the same topic who has nothing to do with it. */
export const strangerLine = ({ topic }: Meaning, tongue: Tongue, random: Random): string =>
  write({ where: [at(TOPICS, topic).place] }, LEXICONS[tongue], "stranger", random);

function write(own: Lexicon, lexicon: Lexicon, list: "text" | "stranger", random: Random): string {
  const text = tidy(expand(pick(random, lexicon[list]!), [own, lexicon], random));
  return text.replace(
    /([.!?] [¡¿]?|^[¡¿])(\p{Ll})/gu,
    (_, stop: string, letter: string) => stop + letter.toUpperCase(),
  );
}
