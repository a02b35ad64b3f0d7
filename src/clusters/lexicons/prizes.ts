import { entriesOf } from "../../text/lexicon.ts";

/** Words of draws and prizes, and the conditions that such calls set. */
export const PRIZE_WORDS = entriesOf(`
  giveaway*, give away, giving away, prize, prizes, prize draw, raffle, sweepstake*, to win, chance to win, win a,
  win one of, won a, winners will, enter to win, to enter, competitions, freebie*, comping, comper, airdrop*,
  whitelist spot*, gewinnspiel*, verlosung, verlosen, zu gewinnen, gewinne ein, gewinne eine, gewinne einen,
  sorteo*, sorteamos, premio, premios, para ganar, gana un, gana una, sorteio*, prêmio, prêmios, concorra,
  jeu concours, concours, à gagner, tirage au sort, tentez de gagner, concorso a premi, in palio, vinci un,
  розыгрыш*, разыгрываем, призы, выиграй*, выигрыш, مسابقة, جوائز, اربح معنا, السحب على, 抽奖, 抽獎, 中奖, 奖品, 懸賞,
  プレゼントキャンペーン, プレゼント企画, 当選, 抽選, 경품, 추첨, 당첨, çekiliş*, hediye, kuis berhadiah, undian, hadiah, इनाम जीत*,
  giải thưởng
`);

/** "Follow and repost": the condition of entry. */
export const ENTRY_WORDS = entriesOf(`
  rt to, rt +, rt and follow, rt & follow, retweet and, retweet to, retweet +, retweet &, repost to, repost and,
  repost +, repost &, like and, like +, follow and, follow us and, follow +, follow & rt, follow & repost,
  follow me and, tag a friend, tag two, tag friends, tag 2, tag 3, reply to enter, comment to enter,
  comment to win, folge uns, folgt uns, retweete, teilen und, markiere, síguenos, sigue y, da rt, etiqueta a,
  siga e, marque um, marque dois, suivez, abonnez-vous, taguez, tagga, подпишись, репост, ретвит*, отметь друга,
  تابعنا, تابع الحساب, اعمل ريتويت, منشن, 关注并, 转发, 轉發, フォロー&, フォロー＆, フォローして, リツイートで, リポストで, 팔로우, 리트윗, takip et*,
  etiketle, follow dan, retweet dan, फॉलो करें
`);
