import { entriesOf } from "../../text/lexicon.ts";

/** Offers: earning, betting, investing, buying. */
export const OFFER_WORDS = entriesOf(`
  earn, earning, earnings, earned, income, passive income, per day, daily pay, part-time, part time, salary, payout,
  withdraw*, deposit*, invest, investment*, profit, profits, trading signals, forex, crypto, usdt, bitcoin, btc,
  token presale, bet, bets, betting, odds, free bet, casino, bookmaker, tipster, stake, jackpot, bonus, promo,
  promo code, discount, coupon, % off, buy now, shop now, order now, limited offer, best price, free shipping,
  subscribe now, affiliate, onlyfans, followers for sale, loan, loans, work from home, no experience, job offer,
  easy money, make money, verdienen, verdienst, euro am tag, nebenjob, heimarbeit, rabatt, gutschein, wetten, quoten,
  gana dinero, ganar dinero, ingresos, al día, dinero, descuento, apuesta*, cuotas, código promocional, inversión,
  trabajo desde casa, gagnez, gagner de l'argent, par jour, revenu*, paris sportifs, cotes, code promo, réduction,
  guadagna*, al giorno, scommess*, sconto, ganhe, renda extra, por dia, aposta*, desconto, cupom, заработ*,
  зарабатыва*, в день, ставк*, казино, доход*, инвестиц*, промокод*, скидк*, кредит*, اربح, دخل, يوميا, خصم, رهان,
  استثمار, 赚钱, 兼职, 日结, 佣金, 优惠, 投资, 博彩, 稼, 副業, 日給, 割引, 투자, 수익, 부업, 할인, kazanç, günlük, bahis, indirim, penghasilan,
  per hari, diskon, taruhan, कमाएं, कमाई, प्रतिदिन, kumita, arawan, kiếm tiền, mỗi ngày
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
