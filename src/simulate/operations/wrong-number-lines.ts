import { between, chance, pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/**
 * Parts of a lure in one language. Part i says the same in every language, so that a lure and its translation differ in words alone.
 * Fronts, sums and contacts are invented; it reads as what it is, and stops at the lure.
 */
interface Parts {
  readonly hook: readonly string[];
  readonly task: readonly string[];
  readonly pay: readonly string[];
  readonly call: readonly string[];
  readonly sum: string;
  readonly joints: readonly string[];
}

const LATIN_JOINTS = [". ", ", ", "! ", " ✅ ", " - ", " 👉 "];
const PARTS: Readonly<Record<string, Parts>> = {
  en: {
    hook: words(
      "{Part-time|Side|Small} job {from home|on your phone|in your free time}, {no|zero} experience {needed|asked}|{Looking for|We need|Hiring} # {people|helpers|assistants} {today|this week|right now} for <brand>|{Good news|Hello|Hi there}, <brand> {is recruiting|has open places|takes new helpers}|{Students|Mums|Drivers|Pensioners} {welcome|can do this too}: {easy|simple} {online work|phone work}|{Tired of|Fed up with} {low pay|long hours|your boss}? {Work with|Join} <brand>|<brand> {pays|rewards} {ordinary people|everyone|you} for {a few minutes|half an hour} {a day|every evening}",
    ),
    task: words(
      "{you only|just} {like|put a heart on} {short videos|clips}|{tap|press|leave a} like {on|under} # videos {a day|each day}|{simply|just} {follow channels and like their videos|like videos and send a screenshot}|{the task|all you do} is {watching|liking} {clips|short videos} {for advertisers|for shops}|{like it|subscribe|follow}, {take a screenshot|send proof}, {done|that is all}|{every like|each video you like} {counts as|is} {one task|a paid task}",
    ),
    pay: words(
      "earn <pay> {a day|per day|daily}|<pay> {after the first|for your first} {task|three likes}|{paid|money} {the same day|within minutes}, <pay> {guaranteed|is normal}|{up to|as much as} <pay> {every evening|in an hour|before dinner}|{my sister|a friend|my neighbour} {made|got} <pay> {yesterday|last week|on day one}|<pay> {starting|welcome} bonus {today only|for new members}",
    ),
    call: words(
      "{write to|message|text} <contact>|{ask|contact} {our assistant|the receptionist|the manager} <contact>|{join|come in} here: <contact>|{places are limited|seats go fast}: <contact>|send {yes|job|hello} to <contact>|{details|more|all info}: <contact>",
    ),
    sum: "{$35|$50|$60|$80|$120|$150|$200|$300}",
    joints: LATIN_JOINTS,
  },
  es: {
    hook: words(
      "Trabajo {extra|sencillo|por horas} {desde casa|con tu móvil|en tu tiempo libre}, sin experiencia|{Buscamos|Necesitamos|Contratamos a} # {personas|ayudantes} {hoy|esta semana|ya mismo} para <brand>|{Buenas noticias|Hola a todos|Atención}, <brand> {contrata|tiene plazas libres|busca gente nueva}|{Estudiantes|Vecinos|Conductores|Jubilados} {bienvenidos|también pueden}: {trabajo fácil|tareas simples} {en línea|con el teléfono}|¿{Cansado|Harta} {del sueldo bajo|de tantas horas|de tu jefe}? {Trabaja con|Únete a} <brand>|<brand> {paga|premia} a {gente normal|todo el mundo|cualquiera} por {unos minutos|media hora} {al día|cada noche}",
    ),
    task: words(
      "solo {das me gusta a|pones corazón en} {vídeos cortos|clips}|{pulsa|deja un} me gusta en # vídeos {al día|cada día}|{simplemente|nada más} {sigue canales y da me gusta|da me gusta y manda una captura}|{la tarea|todo} es {ver|dar me gusta a} {clips|vídeos cortos} {para anunciantes|para tiendas}|{me gusta|suscríbete|sigue}, {haz una captura|manda la prueba}, {listo|eso es todo}|cada {me gusta|vídeo} {cuenta como|es} {una tarea|una tarea pagada}",
    ),
    pay: words(
      "gana <pay> {al día|por día|diarios}|<pay> {tras|por} {la primera tarea|tres me gusta}|{pago|dinero} {el mismo día|en minutos}, <pay> {garantizados|es lo normal}|{hasta|incluso} <pay> {cada noche|en una hora|antes de cenar}|{mi hermana|una amiga|mi vecino} {sacó|cobró} <pay> {ayer|la semana pasada|el primer día}|<pay> de {bono|regalo} de {inicio|bienvenida} {solo hoy|para nuevos}",
    ),
    call: words(
      "{escribe a|mensaje a} <contact>|{pregunta a|contacta con} {la asistente|recepción|la encargada} <contact>|{entra|únete} aquí: <contact>|{plazas limitadas|quedan pocas plazas}: <contact>|manda {sí|trabajo|hola} a <contact>|{detalles|más|toda la información}: <contact>",
    ),
    sum: "{35|50|60|80|120|150|200|300} €",
    joints: LATIN_JOINTS,
  },
  de: {
    hook: words(
      "{Nebenjob|Minijob|Leichte Arbeit} {von zu Hause|am Handy|in der Freizeit}, {keine|ohne} Erfahrung|{Wir suchen|Gesucht:|Wir brauchen} # {Leute|Helfer} {heute|diese Woche|ab sofort} für <brand>|{Gute Nachricht|Hallo zusammen|Achtung}, <brand> {stellt ein|hat freie Plätze|nimmt neue Helfer}|{Studenten|Mütter|Fahrer|Rentner} {willkommen|können das auch}: {einfache|leichte} {Onlinearbeit|Handyarbeit}|{Genug von|Schluss mit} {wenig Lohn|langen Tagen|deinem Chef}? {Arbeite mit|Komm zu} <brand>|<brand> {bezahlt|belohnt} {normale Leute|jeden|dich} für {ein paar Minuten|eine halbe Stunde} {am Tag|jeden Abend}",
    ),
    task: words(
      "{du musst nur|einfach} {kurze Videos|Clips} {liken|mit Herz markieren}|täglich # Videos {liken|mit Daumen hoch versehen}|{bloß|nur} {Kanälen folgen und Videos liken|Videos liken und Screenshot schicken}|{die Aufgabe|alles|der Job} ist, {Clips|kurze Videos} {für Werbekunden|für Shops} {anzusehen|zu liken}|{liken|abonnieren|folgen}, {Screenshot machen|Beweis schicken}, {fertig|das ist alles}|{jeder Like|jedes Video} {zählt als|ist} {eine Aufgabe|bezahlte Aufgabe}",
    ),
    pay: words(
      "{verdiene|bekomme} <pay> {am Tag|pro Tag|täglich}|<pay> {nach der ersten|für die erste} {Aufgabe|Runde}|{Auszahlung|Geld} {am selben Tag|in Minuten}, <pay> {garantiert|sind normal}|{bis zu|sogar} <pay> {jeden Abend|in einer Stunde|vor dem Essen}|{meine Schwester|eine Freundin|mein Nachbar} {hat gestern|hatte letzte Woche|bekam am ersten Tag} <pay>|<pay> {Startbonus|Willkommensbonus} {nur heute|für Neue}",
    ),
    call: words(
      "{schreib an|Nachricht an} <contact>|{frag|melde dich bei} {unserer Assistentin|der Rezeption|der Leitung} <contact>|{hier beitreten|komm rein}: <contact>|{Plätze sind knapp|nur wenige Plätze}: <contact>|{ja|Job|hallo} an <contact> {senden|schicken}|{Details|mehr|alle Infos}: <contact>",
    ),
    sum: "{35|50|60|80|120|150|200|300} Euro",
    joints: LATIN_JOINTS,
  },
  fr: {
    hook: words(
      "{Petit boulot|Travail d'appoint|Job} {à la maison|sur ton téléphone|à temps libre}, sans expérience|{On cherche|Nous recrutons|Il faut} # {personnes|assistants} {aujourd'hui|cette semaine|tout de suite} pour <brand>|{Bonne nouvelle|Bonjour à tous|Attention}, <brand> {recrute|a des places|prend du monde}|{Étudiants|Mamans|Chauffeurs|Retraités} {bienvenus|peuvent aussi}: {travail facile|tâches simples} {en ligne|au téléphone}|{Marre|Fatigué} {du petit salaire|des longues journées|de ton chef} ? {Travaille avec|Rejoins} <brand>|<brand> {paie|récompense} {les gens ordinaires|tout le monde|chacun} pour {quelques minutes|une demi-heure} {par jour|chaque soir}",
    ),
    task: words(
      "il suffit de {liker|mettre un cœur sur} {des vidéos courtes|des clips}|{un j'aime|un pouce} sur # vidéos {par jour|chaque jour}|{simplement|juste} {suivre des chaînes et liker|liker et envoyer une capture}|{la tâche|tout ce qu'il faut}, c'est {regarder|liker} {des clips|des vidéos courtes} {pour des annonceurs|pour des boutiques}|{like|abonne-toi|suis}, {fais une capture|envoie la preuve}, {fini|c'est tout}|chaque {like|vidéo} {compte pour|est} {une tâche|une tâche payée}",
    ),
    pay: words(
      "gagne <pay> {par jour|chaque jour}|<pay> {après|pour} {la première tâche|trois likes}|{payé|argent} {le jour même|en quelques minutes}, <pay> {garantis|c'est normal}|{jusqu'à|même} <pay> {chaque soir|en une heure|avant dîner}|{ma sœur|une amie|mon voisin} {a gagné|a reçu} <pay> {hier|la semaine dernière|le premier jour}|<pay> de {bonus|prime} {de départ|de bienvenue} {aujourd'hui seulement|pour les nouveaux}",
    ),
    call: words(
      "{écris à|message à} <contact>|{demande à|contacte} {notre assistante|l'accueil|la responsable} <contact>|{rejoins|entre} ici : <contact>|{places limitées|il reste peu de places} : <contact>|envoie {oui|job|bonjour} à <contact>|{détails|la suite|toutes les infos} : <contact>",
    ),
    sum: "{35|50|60|80|120|150|200|300} €",
    joints: LATIN_JOINTS,
  },
  zh: {
    hook: words(
      "{兼职|副业|小工作}，{在家做|手机就能做|空闲时间做}，{不用经验|零经验}|<brand>{今天|这周|现在}{招|急招|还要}#{个人|名助手|位}|{好消息|大家好|注意了}，<brand>{在招人|还有名额|收新人}|{学生|宝妈|司机|退休的}{都可以|也欢迎}：{简单|轻松}的{线上工作|手机工作}|{嫌工资低|受够加班|不想看老板脸色}？{来|加入}<brand>|<brand>{付钱|发奖励}给{普通人|每个人|你}，{每天|每晚}{几分钟|半小时}",
    ),
    task: words(
      "{只要|只需}给{短视频|小视频}{点赞|点爱心}|{每天|一天}给#个视频{点赞|按赞}|{关注频道再点赞|点赞后发截图}{就行|就好}|{任务|要做的}就是{帮广告商|帮店家}{看|点赞}{短视频|小视频}|{点赞|订阅|关注}，{截图|发凭证}，{完成|就这样}|{每个赞|每个视频}{算|就是}一{个|份}{任务|有偿任务}",
    ),
    pay: words(
      "{每天|一天|日}{赚|挣}<pay>|{第一个任务|点三个赞}{之后|就}{给|得}<pay>|{当天|几分钟内}{到账|付款}，<pay>{保证|很平常}|{最多|高达}<pay>，{每晚|一小时|晚饭前}|{我妹妹|朋友|邻居}{昨天|上周|第一天}{拿到|赚了}<pay>|{新人|今天}{送|有}<pay>{启动金|见面礼}",
    ),
    call: words(
      "{联系|私信|写信给} <contact>|{找|问}{助理|前台|经理} <contact>|{点这里|从这里}{加入|进来}： <contact>|{名额有限|快满了}： <contact>|{发|回}{好|工作|你好}到 <contact>|{详情|更多|全部信息}： <contact>",
    ),
    sum: "{300|400|500|600|800|1200|1500|2000}元",
    joints: ["，", "。", "！", "✅", "👉", "～"],
  },
  ur: {
    hook: words(
      "{گھر بیٹھے|موبائل پر|فارغ وقت میں} {جز وقتی|آسان} کام، تجربے کی ضرورت نہیں|<brand> کو {آج|اس ہفتے|ابھی} # {لوگ|مددگار} {چاہئیں|درکار ہیں}|{خوشخبری|سب کو سلام|توجہ فرمائیں}، <brand> {بھرتی کر رہا ہے|میں جگہ خالی ہے}|{طلبہ|مائیں|ڈرائیور|ریٹائرڈ لوگ} {خوش آمدید|بھی کر سکتے ہیں}: {آسان|سادہ} {آن لائن کام|فون کا کام}|{کم تنخواہ|لمبے اوقات|باس} سے {تنگ|پریشان}؟ <brand> {کے ساتھ کام کریں|میں شامل ہوں}|<brand> {عام لوگوں|سب|آپ} کو {روز|ہر شام} {چند منٹ|آدھے گھنٹے} کے پیسے دیتا ہے",
    ),
    task: words(
      "{صرف|بس} {مختصر ویڈیوز|کلپس} {لائک کریں|پر دل لگائیں}|{روز|ہر دن} # ویڈیوز {لائک کریں|پر لائک دبائیں}|{بس|صرف} {چینل فالو کر کے لائک کریں|لائک کر کے اسکرین شاٹ بھیجیں}|{کام|ٹاسک} یہ ہے کہ {اشتہار والوں|دکانوں} کی {کلپس|ویڈیوز} {دیکھیں|لائک کریں}|{لائک|سبسکرائب|فالو} کریں، {اسکرین شاٹ لیں|ثبوت بھیجیں}، {ہو گیا|بس}|ہر {لائک|ویڈیو} {ایک ٹاسک|معاوضے والا کام} {ہے|شمار ہوگا}",
    ),
    pay: words(
      "{روزانہ|ہر روز|دن کے} <pay> کمائیں|{پہلے ٹاسک|تین لائکس} {پر|کے بعد} <pay>|{اسی دن|چند منٹ میں} {ادائیگی|رقم}، <pay> {یقینی|عام بات ہے}|{ہر شام|ایک گھنٹے میں} <pay> {تک|بھی}|{میری بہن|ایک دوست|پڑوسی} نے {کل|پچھلے ہفتے|پہلے دن} <pay> {کمائے|لیے}|{صرف آج|نئے لوگوں کو} <pay> {بونس|تحفہ}",
    ),
    call: words(
      "{لکھیں|پیغام دیں}: <contact>|{ہماری اسسٹنٹ|استقبالیہ|مینیجر} سے {پوچھیں|رابطہ کریں} <contact>|یہاں {شامل ہوں|آئیں}: <contact>|{جگہیں محدود ہیں|چند جگہیں باقی}: <contact>|<contact> پر {ہاں|کام|سلام} بھیجیں|{تفصیل|مزید|ساری معلومات}: <contact>",
    ),
    sum: "{3000|4000|5000|6000|8000|12000|15000|20000} روپے",
    joints: ["۔ ", "، ", "! ", " ✅ ", " - ", " 👉 "],
  },
};
const BRANDS = words(
  "Brightlane Media|Kestrel Outreach|Glidewheel Scooters|Lumo Reach|Pinecrest Promotions|Hanbit Clicks|Velora Ads|Tallow & Reed",
);
const ENDS = ["", "", " 💰", " 📲", " 🤑", " 🎁", " 💵", " ⭐", " 👇", "!!"];

/** Languages that lures are written in. */
export const LURE_LANGUAGES: readonly string[] = Object.keys(PARTS);

/**
 * A lure in one language.
 *
 * @param line template that is followed word for word but for front, sum and contact; -1: put together anew
 * @param slots draws front and sum
 * @param wording draws everything else; the same for all uses of a template
 */
export function lure(code: string, line: number, contact: string, slots: Random, wording: Random): string {
  const parts = PARTS[code] ?? PARTS.en!;
  const lexicons: Lexicon[] = [
    { brand: [pick(slots, BRANDS)], pay: [expand(parts.sum, [], slots)], contact: [contact] },
  ];
  const round = 1 + Math.floor(line / 6);
  const part = (list: readonly string[], shift: number) =>
    expand(line < 0 ? pick(wording, list) : list[(line + shift * round) % list.length]!, lexicons, wording);
  const said = {
    hook: part(parts.hook, 0),
    task: part(parts.task, 1),
    pay: part(parts.pay, 2),
    call: part(parts.call, 3),
  };
  const order = line < 0 ? pick(wording, ORDERS) : ORDERS[0]!;
  let text = "";
  for (const name of order) {
    if (text !== "") text += pick(wording, parts.joints);
    text += /^$|[.!] $/.test(text) ? tidy(said[name]) : within(said[name], code);
  }
  return text + (line < 0 && chance(wording, 0.6) ? ENDS[between(wording, 0, ENDS.length - 1)]! : "");
}

/** Inside a sentence a part begins small, unless it is German, where nouns do not, or begins with a front's name. */
const within = (part: string, code: string): string =>
  code === "de" || BRANDS.some((brand) => part.startsWith(brand))
    ? part
    : part.slice(0, 1).toLowerCase() + part.slice(1);

const ORDERS = [
  ["hook", "task", "pay", "call"],
  ["hook", "pay", "task", "call"],
  ["pay", "task", "hook", "call"],
  ["task", "pay", "call"],
  ["hook", "task", "call"],
  ["pay", "hook", "call", "task"],
  ["call", "hook", "pay"],
  ["task", "hook", "call", "pay"],
] as const;

const WARNINGS = words(
  "{Watch out|Careful|Warning}: <contact> {asked me for|wanted} {a deposit|money first} {after|once} {three tasks|the first payout}|{has anyone|did anyone} {heard from|been written to by} <contact>? {sounds|smells} like a scam|{my mum|my cousin|a friend} {almost fell for|lost money to} <contact>, please {report it|do not write back}|{got|just got} a message {about liking videos|promising money} from <contact>, {blocked|reported|delete it}|{these video like jobs|the jobs from} <contact> are {fake|a scam}, {tell your parents|share this|beware}|{who else|anybody else} keeps getting {offers|job spam} from <contact>? {🙄|so tired of it|third time this week}",
);

/** What somebody says who has met the scam. */
export const warning = (contact: string, random: Random): string =>
  tidy(expand(pick(random, WARNINGS), [{ contact: [contact] }], random));
