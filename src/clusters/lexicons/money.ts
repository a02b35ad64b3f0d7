import { entriesOf } from "../../text/lexicon.ts";

/** Offers: earning, betting, investing, buying. */
export const OFFER_WORDS = entriesOf(`
  earn, earn money, earning, passive income, extra income, daily pay, daily wage, get paid, part-time,
  part time job, part-time job, zero experience, welcome gift, bonus de bienvenue, regalo de bienvenida, leichte arbeit,
  trabajo sencillo, 零经验, 有偿任务, side job, side hustle, hiring, online job*, simple job, simple jobs, simple task*, easy task*,
  easy work, easy job, small job, no experience, work from home, work from your phone, from your phone, easy money,
  make money, welcome bonus, payout, withdrawal*, profit guaranteed, trading signals, forex, usdt, token presale,
  betting, free bet*, place your bet*, bet now, bet here, bets on, odds, casino, bookmaker, tipster, jackpot,
  bonus, promo code, promo, discount, coupon, % off, buy now, shop now, order now, limited offer, best price,
  free shipping, subscribe now, affiliate, onlyfans, buy followers, geld verdienen, verdienst, nebenjob,
  heimarbeit, einfache aufgaben, einfache aufgabe, ohne erfahrung, keine erfahrung, rabatt*, gutschein,
  gratiswette*, sportwetten, wettquoten, gana dinero, ganar dinero, ingresos extra, tareas simples, tarea simple,
  tareas fáciles, trabajo fácil, sin experiencia, desde el móvil, con el teléfono, descuento, apuestas deportivas,
  apuesta gratis, código promocional, trabajo desde casa, gagnez, gagner de l'argent, revenu complémentaire,
  tâches simples, travail facile, sans expérience, paris sportifs, code promo, réduction, guadagna, lavoro facile,
  senza esperienza, scommesse, codice sconto, sconto, ganhe dinheiro, renda extra, tarefas simples,
  sem experiência, apostas esportivas, desconto, cupom, заработок, заработай*, зарабатыва*, подработк*,
  простые задания, без опыта, ставки на спорт, казино, промокод*, скидк*, اربح المال, دخل إضافي, عمل سهل,
  بدون خبرة, كازينو, مراهنات, آسان کام, تجربے کی ضرورت نہیں, پیسے کمائ*, 赚钱, 兼职, 日结, 佣金, 优惠, 博彩, 简单的工作, 线上工作, 无需经验,
  副業, 日給, 割引, 簡単な作業, 부업, 수익 보장, 할인, ek gelir, kolay iş, deneyim gerekmez, bahis, indirim, penghasilan tambahan,
  tugas mudah, tanpa pengalaman, diskon, taruhan, कमाएं, कमाई, आसान काम, बिना अनुभव, dagdag kita, kumita,
  kiếm tiền, việc nhẹ
`);

const CURRENCY = "[$€£¥₹₽₦₩₺₫₱₪฿]";
const CURRENCY_WORD =
  "(?:usdt?|eur|euros?|gbp|dollars?|dólares|pounds?|quid|bucks|ksh|kes|rs|inr|rupees?|rupien|naira|rp|rupiah|lira|tl|pesos?|reais|yen|yuan|rmb|won|руб[\\p{L}]*|روپے|ريال|درهم|دولار|रुपये|元|円|원|块)";
/** Sums of money and betting odds, in text as `foldText` leaves it: "$40 a day", "80 euro", "20/1". */
export const AMOUNT = new RegExp(
  `${CURRENCY}\\s?\\d|\\d\\s?${CURRENCY}|\\d\\s?${CURRENCY_WORD}(?![\\p{L}\\p{N}])|(?<![\\d/])\\d{1,3}/1(?![\\d/])`,
  "u",
);

/** Ways to be written to outside of the platform: messengers, chat links, telephone numbers, e-mail; and "message me". */
export const CONTACT = new RegExp(
  [
    "wa\\.me/",
    "(?<![\\p{L}\\d])t\\.me/",
    "(?<![\\p{L}\\d])(?:whats ?app|telegram|wechat|weixin|viber|line id|kik|snapchat|zangi)(?![\\p{L}\\d])",
    "whatsapp|ватсап|телеграм|واتساب|تيليجرام|تلغرام|微信|电报|カカオ|카톡|텔레그램",
    "(?<![\\p{L}\\d])(?:dm|pm|inbox|text|message|write) (?:me|us)(?![\\p{L}\\d])",
    "https?://(?:[\\w-]+\\.)*(?:chat|wa|join)\\.",
    "(?<![\\d.,])\\+\\d[\\d ()-]{7,}\\d",
    "[\\w.+-]+@[\\w-]+\\.[\\w.]{2,}",
  ].join("|"),
  "u",
);
