import { pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/**
 * What the crew says about its target, an invented strategy game and its invented studio. The reworded lines draw on synonyms, order,
 * tone, length and emoji, so that two of them share their point and few of their words.
 */
const LEXICON: Lexicon = {
  game: words("Tidewall|this game|that Tidewall thing|Ninefold's game|it"),
  studio: words("Ninefold|the studio|the people behind it|these developers|whoever made this"),
  bad: words(
    "shameful|disgusting|cheap|dishonest|pathetic|divisive|irresponsible|tasteless|sick|fake|insulting|dangerous",
  ),
  claim: words(
    "{spreads|sells|pushes|is nothing but} {hate|division|propaganda|lies} {dressed up as|and calls it|disguised as} {fun|entertainment|a strategy game|history}|{takes money from|is paid by|works for} {foreign sponsors|politicians|outside interests}|{insults|mocks|spits on} {our history|ordinary people|real veterans|everyone who lives there}|{teaches|tells} {children|young players|kids} to {hate|fear|fight} {their neighbours|each other|their own people}|{steals|collects|sells} {your data|players' contacts|personal details}|{rewrites|twists|invents} {history|the facts|the past} {to score points|for clicks|to please its backers}",
  ),
  urge: words(
    "{Delete|Uninstall|Report|Boycott|Refund} {it|this|the app} {now|today|like I did|and tell your friends}|{Do not|Don't|Never} {install|support|pay for} {this|<game>}|{Ask yourself|Think about} who {pays for|profits from} {this|<game>}|{Stores|Platforms|App shops} {should|must} {remove|ban|drop} {it|this}",
  ),
  agree: words(
    "{Well said|Exactly|So true|Agreed|Finally someone says it|Thank you for this|Totally right|This needs more attention|100 %|Spot on}",
  ),
  tone: words(
    "Honestly,|As a gamer,|As a parent,|I used to play it but|My {brother|friend|classmate} says|Sorry, but|Wow.|Everyone knows|Sad to see that|No surprise that",
  ),
  face: words("😡|🤮|👎|😤|💯|👏|🙄|"),
};
const REPLIES = words(
  "<agree>! <game> <claim> <face>|<tone> <game> <claim>. <urge>.|<urge>. <studio> <claim>!|<agree>, <studio> {is|are being} <bad> <face>|<bad>. <game> <claim>, {period|full stop|no excuse}.|{How can|Why does} anyone {play|defend|fund} <game>? It <claim> <face>|<tone> <studio> <claim>. {So|Just|Truly} <bad>.|<agree>. {#|Over #|Maybe #} of my friends {quit|deleted it|want refunds}: <game> <claim>|<urge> <face> <studio> <claim>|{I read|We all saw|People forget} that <studio> <claim>. <bad>!",
);
const CHINESE: readonly string[] = words(
  "{说得好|没错|支持|太对了}，这游戏{太|真的|实在}{恶心|可耻|虚假|离谱}{！|，赶紧卸载|，别再玩了|👎}|{制作方|这个工作室|他们}{收了钱|歪曲历史|制造对立|骗玩家}，{抵制|举报|不要支持}{！|😡|，大家醒醒}|{我|我弟弟|同学}{已经卸载了|不玩了|退款了}，{根本是宣传|毫无诚意|浪费时间}{！|。|👎}",
);
const URDU: readonly string[] = words(
  "{بالکل درست|سچ کہا|میں متفق ہوں|بہت خوب|صحیح بات}، یہ {گیم|کھیل|ایپ} {نفرت|جھوٹ|تقسیم|پروپیگنڈا} {پھیلاتی ہے|بیچتی ہے|سکھاتی ہے}{۔| 😡|، فوراً ہٹا دیں۔}|{بنانے والے|اس کمپنی کے لوگ|یہ اسٹوڈیو} {پیسے لے کر|شہرت کے لیے|باہر والوں کے کہنے پر} {تاریخ بدلتے ہیں|بچوں کو گمراہ کرتے ہیں|لوگوں کو لڑاتے ہیں}{۔| 👎|، شرم کی بات ہے۔}|{میں نے|میرے بھائی نے|میرے دوست نے} {اسے ہٹا دیا|کھیلنا چھوڑ دیا|پیسے واپس مانگے}، {وقت کا ضیاع ہے|بالکل جھوٹی ہے|کسی کام کی نہیں}{۔| 👎|}|{اسے|اس گیم کو|اس ایپ کو} {ہرگز انسٹال نہ کریں|رپورٹ کریں|بند ہونا چاہیے}، {بچوں کے لیے خطرہ ہے|سب کو بتائیں|کوئی کچھ کیوں نہیں کہتا؟}",
);
const MAINS = words(
  "{Let's talk about|A thread on|The truth about} Tidewall: <studio> <claim>, and {nobody asks why|the press stays silent|it keeps growing}. {What do you think?|Share your view.|Comment below.}|{I looked into|I played|We tested} Tidewall for # {hours|days}. {Conclusion|Result|In short}: it <claim>. {Tell me I'm wrong.|Your thoughts?|Please share.}|{Why is nobody talking about|Another scandal around|New questions for} Ninefold? {Its game|Tidewall} <claim>. <urge>.|{Parents|Players|Everyone}, {watch out|be careful|please read}: Tidewall <claim>. {Have you seen it too?|Who else noticed?|Say it in the comments.}",
);

const write = (patterns: readonly string[], random: Random) => tidy(expand(pick(random, patterns), [LEXICON], random));

export const mainLine = (random: Random): string => write(MAINS, random);
export const replyLine = (random: Random): string => write(REPLIES, random);
export const chineseLine = (random: Random): string => expand(pick(random, CHINESE), [], random);
export const urduLine = (random: Random): string => tidy(expand(pick(random, URDU), [], random));
