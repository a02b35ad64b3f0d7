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
