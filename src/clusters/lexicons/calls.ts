import { entriesOf } from "../../text/lexicon.ts";

/**
 * How people are asked, in public, to act together: what party, under which tag, and that the lines may be copied. "Join us" is not among
 * them: everybody who sells says so.
 */
export const CALL_WORDS = entriesOf(`
  copy and paste, copy paste, copy & paste, copy-paste, copy this, copy the tweet, copy these, streaming party,
  stream party, listening party, watch party, hashtag party, tag party, trend party, mass voting, let's trend, lets trend,
  help us trend, use the hashtag*, use the tag*, use the same tag*, use this hashtag, use this tag, under the hashtag,
  tweet with the, post with the tag*, join the party, everyone tweet, everybody tweet, copia y pega, copien y peguen,
  usa el hashtag, usen el hashtag, fiesta de streaming, copie e cole, usem a hashtag, mutirão, copiez-collez,
  copier-coller, utilisez le hashtag, kopieren und einfügen, nutzt den hashtag, copia e incolla, usate l'hashtag,
  скопируй*, используйте хештег*, انسخ*, استخدموا الوسم, 控评文案, 打榜时间, コピペ, 拡散希望, 同時視聴, 총공, 같이 스밍, kopyala*,
  hashtagini kullan, gunakan tagar
`);
