import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, sentenceCase, tidy, words } from "../text/grammar.ts";

/** What the sites of one language write: invented countries, nothing that happened. `facts` hold the same topics in every language. */
interface Newsroom {
  /** Clauses of each topic. */
  readonly facts: readonly (readonly string[])[];
  readonly words: Lexicon;
  /** Openings of an article as a page posts it. */
  readonly patterns: readonly string[];
  readonly byline: string;
  /** Names of a paper: `@` stands for an invented place. */
  readonly titles: readonly string[];
}

const ENGLISH: Newsroom = {
  facts: [
    words(
      "{inquiry|probe|audit} {finds|uncovers|lists} <number> {missing|unexplained|duplicate} {containers|invoices|permits} {at the port of|in the harbour of} <place>|<number> {officials|inspectors|managers} {questioned|suspended} over {port|harbour} {fees|contracts} in <place>",
    ),
    words(
      "{grain|bread|flour} prices in <place> {rise|jump|climb} <number> percent {in a month|since harvest|after new rules}|{millers|bakers|growers} in <place> {warn of|brace for|report} a <number> percent {rise|jump} in {grain|flour} prices",
    ),
    words(
      "<place> {signs|seals|agrees} {rail|railway} deal {worth|of} <number> {million|billion}|{rail|railway} {deal|line} {brings|promises} <place> <number> {thousand|hundred} {jobs|wagons|passengers a day}",
    ),
    words(
      "{envoys|ministers|delegates} of <number> {states|parties} {leave|arrive in|meet in} <place> {without a word|for talks|amid doubts}|{summit|talks} in <place> {end|stall|open} after <number> {hours|sessions}",
    ),
    words(
      "{grid|power grid} {fails|falters|recovers} in <place> for <number> {hours|minutes}|<number> {thousand|hundred} homes {in|around} <place> {lose power|go dark|wait for power}",
    ),
    words(
      "court in <place> {overturns|upholds|delays} <number> {rulings|fines|licences}|{judges|the high court} in <place> {order|demand} {review|release} of <number> {files|cases}",
    ),
  ],
  words: {
    more: words(
      "{Observers|Residents|Analysts|Traders} {speak of|see|expect} {a turning point|a quiet scandal|relief|years of repair|a lesson for others}|{Officials|The ministry|A spokesman} {declined|refused|was not available} to comment|{What comes next|How it ends|The next step} is {open|anybody's guess|up to the council}|{Documents|Papers|Records} {seen by this desk|passed to us} {confirm|suggest} {it|as much|more}",
    ),
    tag: words("{Exclusive|Update|Report|In focus|Opinion|Background|Analysis|Dispatch}"),
    ask: words(
      "{Who {gains|pays|is behind this|stays silent}|What comes next|How much is left}?|{Why|Since when} {was nobody told|did it take so long|is this normal}?",
    ),
  },
  patterns: words(
    "<fact>. <more>.|<tag>: <fact>. <more>.|<fact>. <ask> <more>.|<ask> <fact>. <more>.|<tag>: <fact>. <ask>|<more>: <fact>.|<fact>, <detail>. <more>.|<tag>: <fact>, <detail>.|<fact>. <more>. <ask>|<detail>: <fact>. <ask>|<detail>: <fact>. <more>.|<ask> <fact>, <detail>.",
  ),
  byline: "By @",
  titles: words("@ Courier|@ Tribune|The @ Record|@ Sentinel|@ Standard|Daily @|@ Wire"),
};
const ENGLISH_DETAIL = words(
  "{according to|say|as shown by} {internal papers|two witnesses|figures of <number> offices|the registry}|{after|despite|before} {weeks|months} of {denials|silence|debate}|{the third time|for the second time|again} {this year|since spring}|{local|regional} {voices agree|papers say so|papers agree}",
);
const SPANISH: Newsroom = {
  facts: [
    words(
      "{una auditoría|la investigación} {halla|detecta|suma} <number> {contenedores|facturas|permisos} {sin explicar|desaparecidos|duplicados} en el puerto de <place>|<number> {inspectores|directivos} {suspendidos|interrogados} por {contratos|tasas} del puerto de <place>",
    ),
    words(
      "el precio {del pan|del grano|de la harina} en <place> {sube|salta|crece} un <number> por ciento|{panaderos|molinos} de <place> {avisan|advierten} de un alza del <number> por ciento",
    ),
    words(
      "<place> {firma|sella|acuerda} un {pacto|contrato} ferroviario de <number> millones|la nueva línea de tren {promete|da} a <place> <number> {mil|cientos de} {empleos|viajeros}",
    ),
    words(
      "{enviados|ministros} de <number> países {llegan a|dejan|se reúnen en} <place>|la cumbre de <place> {acaba|se atasca|empieza} tras <number> {horas|sesiones}",
    ),
    words(
      "la red eléctrica de <place> {falla|cae} durante <number> {horas|minutos}|<number> mil hogares {de|cerca de} <place> {sin luz|a oscuras|a la espera}",
    ),
    words(
      "un tribunal de <place> {anula|confirma|aplaza} <number> {multas|licencias|fallos}|los jueces de <place> {piden|ordenan} revisar <number> {casos|expedientes}",
    ),
  ],
  words: {
    more: words(
      "{Vecinos|Analistas|Comerciantes} {hablan de|ven|esperan} {un punto de inflexión|un escándalo callado|alivio|años de obras}|{El ministerio|Un portavoz} {no quiso|evitó|rehusó} comentar|{Lo que viene|El siguiente paso} {queda abierto|depende del consejo|nadie lo sabe}|{Documentos|Papeles} {vistos por esta redacción|llegados a nosotros} lo {confirman|sugieren}",
    ),
    tag: words("{Exclusiva|Última hora|Informe|Análisis|Opinión|En foco|Crónica}"),
    ask: words("¿{Quién|Cuánto} {gana|paga|calla}?|¿Por qué {nadie avisó|tardó tanto|es normal}?"),
    detail: words(
      "{según|como muestran} {papeles internos|dos testigos|cifras oficiales}|{tras|pese a} {semanas|meses} de {silencio|debate}|{otra vez|por segunda vez} {este año|desde la primavera}",
    ),
  },
  patterns: words(
    "<fact>. <more>.|<tag>: <fact>. <more>.|<fact>. <ask> <more>.|<ask> <fact>. <more>.|<tag>: <fact>. <ask>|<more>: <fact>.|<fact>, <detail>. <more>.|<tag>: <fact>, <detail>.|<fact>. <more>. <ask>|<detail>: <fact>. <ask>|<ask> <fact>, <detail>.",
  ),
  byline: "Por @",
  titles: words("Diario de @|El Eco de @|@ Noticias|La Voz de @|Correo de @|@ Hoy"),
};
const GERMAN: Newsroom = {
  facts: [
    words(
      "{Prüfer|Ermittler} {finden|zählen|melden} <number> {verschwundene|ungeklärte|doppelte} {Container|Rechnungen|Genehmigungen} im Hafen von <place>|<number> {Beamte|Prüfer} wegen {Hafengebühren|Hafenverträgen} in <place> {befragt|beurlaubt}",
    ),
    words(
      "{Mehl|Brot|Getreide} in <place> {wird|ist} <number> Prozent teurer|{Bäcker|Müller} in <place> {warnen vor|melden} <number> Prozent {höheren Preisen|Aufschlag}",
    ),
    words(
      "<place> {unterschreibt|besiegelt} {Bahnvertrag|Schienenpakt} über <number> Millionen|neue Bahnstrecke {bringt|verspricht} <place> <number> {tausend|hundert} {Stellen|Fahrgäste}",
    ),
    words(
      "{Gesandte|Minister} aus <number> Staaten {verlassen|treffen sich in|reisen nach} <place>|Gipfel in <place> {endet|stockt|beginnt} nach <number> {Stunden|Sitzungen}",
    ),
    words(
      "Stromnetz in <place> {fällt|bricht} für <number> {Stunden|Minuten} {aus|zusammen}|<number> tausend Haushalte {in|um} <place> {ohne Strom|im Dunkeln}",
    ),
    words(
      "Gericht in <place> {hebt <number> Urteile auf|bestätigt <number> Bußgelder|vertagt <number> Fälle}|Richter in <place> {verlangen|ordnen} Einsicht in <number> Akten {an|sofort}",
    ),
  ],
  words: {
    more: words(
      "{Beobachter|Anwohner|Händler} {sprechen von|rechnen mit|sehen} {einem Wendepunkt|einem stillen Skandal|Jahren der Reparatur|später Einsicht}|{Das Ministerium|Ein Sprecher} {schweigt|wollte nichts sagen|war nicht zu erreichen}|{Was folgt|Wie es weitergeht}, {ist offen|weiß niemand|entscheidet der Rat}|{Unterlagen|Papiere}, die {uns|dieser Redaktion} vorliegen, {bestätigen|stützen} das",
    ),
    tag: words("{Exklusiv|Bericht|Hintergrund|Analyse|Meinung|Im Blick|Aktuell}"),
    ask: words(
      "{Wer|Was} {gewinnt|steckt dahinter|folgt daraus}?|Warum {hat es keiner gesagt|dauerte es so lange|gilt das als normal}?",
    ),
    detail: words(
      "{laut|nach} {internen Papieren|zwei Zeugen|amtlichen Zahlen}|{nach|trotz} {Wochen|Monaten} des {Schweigens|Streits}|{zum zweiten Mal|wieder|erneut} {in diesem Jahr|seit dem Frühling}",
    ),
  },
  patterns: words(
    "<fact>. <more>.|<tag>: <fact>. <more>.|<fact>. <ask> <more>.|<ask> <fact>. <more>.|<tag>: <fact>. <ask>|<fact>, <detail>. <more>.|<tag>: <fact>, <detail>.|<fact>. <more>. <ask>|<detail>: <fact>. <ask>|<ask> <fact>, <detail>.",
  ),
  byline: "Von @",
  titles: words("@ Kurier|@ Anzeiger|Neue @ Zeitung|@ Rundschau|@ Tagblatt|Bote von @"),
};
const FRENCH: Newsroom = {
  facts: [
    words(
      "{une enquête|un audit} {relève|trouve|compte} <number> {conteneurs|factures|permis} {introuvables|en double|inexpliqués} au port de <place>|<number> {agents|cadres} {suspendus|entendus} pour des {contrats|taxes} du port de <place>",
    ),
    words(
      "le prix {du pain|du blé|de la farine} à <place> {monte|bondit|grimpe} de <number> pour cent|les {boulangers|meuniers} de <place> {craignent|annoncent} <number> pour cent de hausse",
    ),
    words(
      "<place> {signe|conclut} un {accord|contrat} ferroviaire de <number> millions|la nouvelle ligne {promet|apporte} à <place> <number> {mille|cents} {emplois|voyageurs}",
    ),
    words(
      "{les envoyés|les ministres} de <number> pays {quittent|rejoignent} <place>|le sommet de <place> {s'achève|cale|s'ouvre} après <number> {heures|séances}",
    ),
    words(
      "le réseau électrique de <place> {lâche|tombe} pendant <number> {heures|minutes}|<number> mille foyers {de|autour de} <place> {sans courant|dans le noir}",
    ),
    words(
      "un tribunal de <place> {annule|confirme|reporte} <number> {amendes|licences|jugements}|les juges de <place> {exigent|ordonnent} l'examen de <number> dossiers",
    ),
  ],
  words: {
    more: words(
      "{Des riverains|Des analystes|Les commerçants} {parlent d'|voient }{un tournant|un scandale discret|une leçon|une affaire durable}|{Le ministère|Un porte-parole} {se tait|n'a pas répondu|refuse de commenter}|{La suite|L'étape suivante} {reste ouverte|dépend du conseil|n'est pas connue}|{Des documents|Des notes} {vus par notre rédaction|reçus ici} le {confirment|suggèrent}",
    ),
    tag: words("{Exclusif|Enquête|Analyse|Point de vue|Dossier|Flash|En bref}"),
    ask: words("{Qui|Combien} {gagne|paie|se tait} ?|Pourquoi {personne n'a parlé|si tard|est-ce normal} ?"),
    detail: words(
      "{selon|d'après} {des notes internes|deux témoins|des chiffres officiels}|{après|malgré} des {semaines|mois} de {silence|débats}|{encore|pour la deuxième fois} {cette année|depuis le printemps}",
    ),
  },
  patterns: words(
    "<fact>. <more>.|<tag> : <fact>. <more>.|<fact>. <ask> <more>.|<ask> <fact>. <more>.|<tag> : <fact>. <ask>|<fact>, <detail>. <more>.|<tag> : <fact>, <detail>.|<fact>. <more>. <ask>|<detail> : <fact>. <ask>|<ask> <fact>, <detail>.",
  ),
  byline: "Par @",
  titles: words("Le Courrier de @|L'Écho de @|@ Info|La Gazette de @|@ Matin|Le Fil de @"),
};
const CHINESE: Newsroom = {
  facts: [
    words(
      "<place>港{审计|调查}{发现|列出}<number>{个集装箱|张发票|份许可}{去向不明|重复|无法解释}|<place>港口{合同|费用}案，<number>名{官员|主管}{被停职|被问话}",
    ),
    words("<place>{粮价|面粉价格|面包价格}{上涨|跳升}百分之<number>|<place>{面包店|磨坊}{警告|预计}涨价百分之<number>"),
    words("<place>{签下|达成}<number>亿铁路{协议|合同}|新铁路{带给|承诺给}<place><number>千{个岗位|名旅客}"),
    words("<number>国{特使|部长}{离开|抵达}<place>|<place>峰会开了<number>{小时|轮}后{结束|陷入僵局|再开}"),
    words("<place>电网{中断|瘫痪}<number>{小时|分钟}|<place><number>千户{停电|摸黑|等电}"),
    words("<place>法院{推翻|维持|推迟}<number>{项裁决|张罚单|份执照}|<place>法官要求{重审|公开}<number>份{卷宗|案件}"),
  ],
  words: {
    more: words(
      "{观察人士|居民|商户}{认为|说}{这是转折点|这是无声的丑闻|要修好几年|别人该学一学}|{部门|发言人}{拒绝置评|没有回应|保持沉默}|{接下来怎样|下一步}{还不清楚|要看议会|没人知道}|{本报看到的|送到本报的}{文件|记录}{证实了这一点|也这么说}",
    ),
    tag: words("独家|快讯|深度|评论|观察|背景|追踪"),
    ask: words("{谁|到底谁}{得利|买单|在沉默}？|为什么{没人说|拖这么久|成了常态}？"),
    detail: words("据{内部文件|两名证人|官方数字}|在{几周|几个月}的{沉默|争论}之后|{今年|春天以来}{又一次|第二次}"),
  },
  patterns: words(
    "<fact>。<more>。|【<tag>】<fact>。<more>。|<fact>。<ask><more>。|<ask><fact>。<more>。|<tag>：<fact>。<ask>|<detail>，<fact>。<more>。|<tag>：<detail>，<fact>。|<fact>。<more>。<ask>|<detail>，<fact>。<ask>",
  ),
  byline: "记者 @",
  titles: words("@时报|@日报|@观察|@新闻|@晚报"),
};
const URDU: Newsroom = {
  facts: [
    words(
      "<place> کی بندرگاہ پر {جانچ|تفتیش} میں <number> {کنٹینر|رسیدیں|اجازت نامے} {غائب|مشکوک|دہرے} نکلے|<place> کی بندرگاہ کے {ٹھیکوں|محصول} پر <number> {افسر|منتظم} {معطل|طلب}",
    ),
    words(
      "<place> میں {آٹا|روٹی|اناج} <number> فیصد مہنگا|<place> کے {نانبائی|کسان} <number> فیصد اضافے سے {پریشان|خبردار}",
    ),
    words(
      "<place> نے <number> کروڑ کا ریل {معاہدہ|سودا} {کر لیا|طے کیا}|نئی ریل لائن سے <place> کو <number> ہزار {نوکریاں|مسافر}",
    ),
    words(
      "<number> ملکوں کے {وزیر|ایلچی} <place> {پہنچ گئے|سے روانہ}|<place> کا اجلاس <number> {گھنٹے|نشستوں} بعد {ختم|معطل|شروع}",
    ),
    words("<place> میں بجلی <number> {گھنٹے|منٹ} {بند|غائب}|<place> کے <number> ہزار گھر {اندھیرے میں|بجلی سے محروم}"),
    words(
      "<place> کی عدالت نے <number> {فیصلے|جرمانے|لائسنس} {منسوخ|برقرار|ملتوی} کیے|<place> کے ججوں نے <number> {فائلیں|مقدمے} طلب کر لیے",
    ),
  ],
  words: {
    more: words(
      "{مبصرین|شہری|تاجر} اسے {اہم موڑ|خاموش اسکینڈل|سبق} {کہتے ہیں|سمجھتے ہیں}|{وزارت|ترجمان} نے {جواب نہیں دیا|بات سے انکار کیا}|{آگے کیا ہوگا|اگلا قدم} {کسی کو معلوم نہیں|کونسل طے کرے گی}|{ہمارے پاس موجود|سامنے آنے والے} کاغذات {تصدیق کرتے ہیں|یہی بتاتے ہیں}",
    ),
    tag: words("خاص خبر|رپورٹ|تجزیہ|رائے|تازہ|پس منظر"),
    ask: words("{کون|کتنا} {فائدے میں ہے|خاموش ہے|ادا کرے گا}؟|{کیوں|کب سے} {کسی نے نہیں بتایا|اتنی دیر لگی}؟"),
    detail: words(
      "{اندرونی کاغذات|دو گواہوں|سرکاری اعداد} کے مطابق|{ہفتوں|مہینوں} کی {خاموشی|بحث} کے بعد|{اس سال|بہار سے} {دوسری بار|پھر}",
    ),
  },
  patterns: words(
    "<fact>۔ <more>۔|<tag>: <fact>۔ <more>۔|<fact>۔ <ask> <more>۔|<ask> <fact>۔ <more>۔|<tag>: <fact>۔ <ask>|<detail>، <fact>۔ <more>۔|<tag>: <detail>، <fact>۔|<fact>۔ <more>۔ <ask>|<detail>، <fact>۔ <ask>",
  ),
  byline: "رپورٹ @",
  titles: words("@ خبر|روزنامہ @|@ ٹائمز|صدائے @|@ نامہ"),
};

const NEWSROOMS: Readonly<Record<string, Newsroom>> = {
  en: { ...ENGLISH, words: { ...ENGLISH.words, detail: ENGLISH_DETAIL } },
  es: SPANISH,
  de: GERMAN,
  fr: FRENCH,
  zh: CHINESE,
  ur: URDU,
};

/** What all versions of an article have in common, whatever the language. */
export interface Article {
  readonly topic: number;
  readonly place: string;
  readonly number: number;
}

export const TOPICS = ENGLISH.facts.length;

/** One version of an article in a language: the same stream, the same words. */
export function writeArticle({ topic, place, number }: Article, language: string, random: Random): string {
  const room = newsroomOf(language);
  const facts: Lexicon = { fact: room.facts[topic]!, place: [place], number: [String(number)] };
  const text = expand(pick(random, room.patterns), [facts, room.words], random);
  return sentenceCase(tidy(text));
}

export const bylineOf = (name: string, language: string): string => newsroomOf(language).byline.replace("@", name);

export const titleOf = (place: string, language: string, random: Random): string =>
  pick(random, newsroomOf(language).titles).replace("@", place);

function newsroomOf(language: string): Newsroom {
  const room = NEWSROOMS[language];
  if (room === undefined) throw new Error(`simulate: no newsroom writes ${language}`);
  return room;
}
