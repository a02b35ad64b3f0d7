import { chance, pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/** Praise under the pages' posts, in the language of the page. */
const COMMENTS: Readonly<Record<string, { readonly lines: readonly string[]; readonly words: Lexicon }>> = {
  en: {
    lines: words(
      "<yes>, <paper> <does>. <go> <face>|<paper> <does> <face>|<yes>! {I sent|Just sent|Will show} this to {my family|everyone at work|three friends|our group}|<go> <paper> <does>, unlike {the big ones|what we get on TV|the rest}|{First|Only|Third} {place|time} I {read|saw} this <face> <go>|{My father|A neighbour|My wife|Our teacher} {recommended|reads} {this page|you} {daily|now}: <yes>|<face> <paper> <does>|{How|Why} is this not {on TV|everywhere|front page}? <yes>|<yes>. {Facts|Names|Numbers}, not {noise|slogans|gossip} <face>|{Been following|Reading} {since|for} # {weeks|articles} and <paper> <does>|{Short|Sharp|Calm} and {clear|honest|to the point}. <go>",
    ),
    words: {
      yes: words(
        "finally {the truth|someone says it|real reporting}|{great|excellent|brave|solid} {work|article|piece|reporting}|well {written|researched|said}|exactly {right|what I thought|so}|thank you for this",
      ),
      paper: words(
        "the people {of this page|behind this}|your {reporters|editors|writers|team members}|you {people|folks}|these {reporters|writers}",
      ),
      does: words(
        "{never disappoint|tell it as it is|do the homework|deserve more readers|ask the right questions|beat the big papers}",
      ),
      go: words(
        "keep {going|it up|writing|digging}|more {of this|like this}|do not stop|{everyone should|please} {share|read} this",
      ),
      face: words("👏|💯|🙏|👍|❤️|🔥||"),
    },
  },
  es: {
    lines: words(
      "<yes>, <go> <face>|{por fin|menos mal}: <yes> <face>|{este medio|esta página|su equipo} {no falla|dice la verdad|pregunta bien}, <go>|<yes>. {Lo mandé|Se lo paso|Lo leí} a {mi familia|mis amigos|todo el grupo}|{aquí|solo aquí} {se lee|se cuenta} {así|la verdad} <face>|{mi padre|una vecina} {los lee|me lo pasó} y {acertó|tiene razón}: <yes>|¿por qué no {sale en la tele|lo dicen otros}? <yes>|# {artículos|semanas} leyendo y <go>",
    ),
    words: {
      yes: words(
        "{gran|buen|excelente} {trabajo|artículo|reportaje}|{la verdad|lo que pensaba|bien dicho|muy claro}|gracias por {esto|informar|contarlo}",
      ),
      go: words(
        "sigan {así|adelante|investigando}|{hay que|conviene} {compartirlo|leerlo}|más {de esto|artículos así}",
      ),
      face: words("👏|🙏|💯|👍||"),
    },
  },
  de: {
    lines: words(
      "<yes>, <go> <face>|endlich: <yes> <face>|{diese Seite|dieses Blatt|Ihr Team} {hat Mut|fragt nach|liefert}, <go>|<yes>. {Gleich|Schon} {geteilt|weitergeschickt|ausgedruckt}|nur hier {liest|erfährt} man {das|so etwas} <face>|{mein Vater|eine Nachbarin} {liest euch|schickt mir das}: <yes>|warum {steht|kommt} das {sonst nirgends|nicht im Fernsehen}? <yes>|seit # {Artikeln|Wochen} dabei, <go>",
    ),
    words: {
      yes: words(
        "{gute|starke|saubere|mutige} {Arbeit|Recherche}|{genau so|klar gesagt|die Wahrheit|gut geschrieben}|danke {dafür|für den Bericht|für den Mut}",
      ),
      go: words(
        "{weiter so|bitte mehr davon|nicht aufhören}|{sollte jeder|muss man} {lesen|teilen}|{bleibt dran|macht weiter}",
      ),
      face: words("👏|🙏|💯|👍||"),
    },
  },
  fr: {
    lines: words(
      "<yes>, <go> <face>|enfin : <yes> <face>|{cette page|ce journal|votre équipe} {ose|fait le travail|pose les questions}, <go>|<yes>. {Partagé|Envoyé|Lu} {en famille|au bureau|à mes amis}|ici {on lit|on apprend} {la vérité|autre chose} <face>|{mon père|une voisine} vous {lit|suit} : <yes>|pourquoi {pas à la télé|les autres se taisent} ? <yes>|# {articles|semaines} et <go>",
    ),
    words: {
      yes: words(
        "{beau|bon|grand} {travail|papier|reportage}|{bien dit|très clair|la vérité|tout à fait}|merci pour {ça|l'article|votre courage}",
      ),
      go: words(
        "{continuez|ne lâchez rien|encore}|{à lire|à partager} {absolument|partout}|plus {de ça|d'articles ainsi}",
      ),
      face: words("👏|🙏|💯|👍||"),
    },
  },
  zh: {
    lines: words(
      "<yes>，<go><face>|{终于|总算}{有人说了|看到真话}，<yes><face>|{这家|这个}{媒体|编辑部}{敢写|有水平|靠谱}，<go>|<yes>，{转给家人|发到群里|收藏了}|{别处|电视上}{看不到|没有}，<go>|{我爸|同事|邻居}{天天看|推荐的}，<yes>|{看了|追了}#{篇|周}，<yes><face>",
    ),
    words: {
      yes: words("写得{好|清楚|真实}|{说得对|有道理|真相}|{感谢|谢谢}{报道|分享|记者}|支持"),
      go: words("{继续|加油|别停}|{多写|多发}{点|这样的}|{都该|应该}{看看|转发}"),
      face: words("👏|👍|💯|🙏||"),
    },
  },
  ur: {
    lines: words(
      "<yes>، <go> <face>|آخر {سچ|کسی نے} {سامنے آیا|کہہ دیا}، <yes> <face>|{یہ صفحہ|آپ کا اخبار} {بہادر ہے|سچ لکھتا ہے}، <go>|<yes>۔ {گھر والوں|دوستوں} کو {بھیج دیا|دکھایا}|{ٹی وی پر|اور کہیں} یہ {نہیں ملتا|نہیں بتاتے}، <go>|{ابو|پڑوسی} {روز پڑھتے ہیں|نے بتایا}، <yes>|# {خبریں|ہفتے} پڑھ کر <yes> <face>",
    ),
    words: {
      yes: words("{بہت خوب|زبردست|عمدہ} {تحریر|رپورٹ|کام}|{بالکل درست|سچی بات|واضح لکھا}|شکریہ {اس خبر کا|آپ کا}"),
      go: words("{لکھتے رہیں|جاری رکھیں|رکیں مت}|سب {پڑھیں|شیئر کریں}|ایسی {اور خبریں|مزید تحریریں} دیں"),
      face: words("👏|🙏|💯|👍||"),
    },
  },
};

/** Chance of a second line. */
const TALKATIVE = 0.5;
/** Full stops of scripts that have their own. */
const STOPS: Readonly<Record<string, string>> = { zh: "。", ur: "۔" };

export function praise(language: string, random: Random): string {
  const own = COMMENTS[language];
  if (own === undefined) throw new Error(`simulate: nobody praises in ${language}`);
  const line = () => tidy(expand(pick(random, own.lines), [own.words], random));
  const first = line();
  // Two of them now and then, as somebody who really liked it would write.
  if (!chance(random, TALKATIVE)) return sentenceCase(first);
  const stop = /[\p{L}\p{N}]$/u.test(first) ? (STOPS[language] ?? ".") : "";
  return sentenceCase(`${first}${stop}${language === "zh" ? "" : " "}${line()}`);
}
