import { entriesOf } from "../../text/lexicon.ts";

/** Words of draws and prizes, and the conditions that such calls set. */
export const PRIZE_WORDS = entriesOf(`
  giveaway*, give away, giving away, prize, prizes, raffle, sweepstake*, win, winner, winners, to win, chance to win,
  entered, entering, enter to win, lucky, good luck, competition, competitions, contest, freebie*, comping, comper,
  airdrop*, whitelist, gewinnspiel*, verlosung, verlosen, gewinn*, gewinne, sorteo*, sortear, premio, premios, ganar,
  ganador*, sorteio*, prêmio, ganhar, concours, gagner, gagnant*, tirage au sort, cadeau, concorso, vinci, vincere,
  premi, розыгрыш*, разыгр*, приз*, выигра*, победител*, مسابقة, جائزة, جوائز, سحب, اربح, 抽奖, 抽獎, 中奖, 奖品, 懸賞, プレゼント,
  当選, 応募, 抽選, 이벤트, 당첨, 경품, çekiliş*, ödül, kazan*, undian, hadiah, इनाम
`);

/** "Follow and repost": the condition of entry. */
export const ENTRY_WORDS = entriesOf(`
  rt to, rt +, rt and, rt & follow, retweet and, retweet to, retweet +, retweet &, repost to, repost and, repost +,
  repost &, like and, like +, follow and, follow us and, follow +, follow & rt, follow & repost, follow me and,
  tag a friend, tag two, tag friends, tag 2, tag 3, reply to enter, reply with, comment to, comment below, folgen,
  folge uns, retweete, teilen und, markiere, síguenos, sigue y, seguir y, da rt, etiqueta a, comenta, siga, marque,
  suivez, suivre, abonnez-vous, taguez, segui, tagga, подпишись, подписаться, репост, ретвит*, отметь, تابع, ريتويت,
  关注并, 转发, 轉發, フォロー, リツイート, リポスト, 팔로우, 리트윗, takip et*, ikuti, follow dan
`);
