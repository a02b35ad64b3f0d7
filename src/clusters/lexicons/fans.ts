import { entriesOf } from "../../text/lexicon.ts";

/** What fans of artists and series say of themselves and of what they do together. */
export const FAN_WORDS = entriesOf(`
  fan, fans, fandom*, fanpage, fan account, fanclub, fanbase, stan, stans, stanning, i stan, #stream*, stream, streams,
  streaming, streaming party, keep streaming, on repeat, album, albums, single, comeback, new music, music video,
  teaser, lyrics, concert, world tour, tickets, chart, charts, spotify, playlist, bias, selca, fancam, our queen,
  our king, masterpiece, artist of the year, birthday project, hincha, fanática, fanatico, fã, fãs, álbum, concierto,
  gira, canción, música, chanson, tournée, chanteuse, chanteur, konzert, lied, sängerin, sänger, musik, фанат*,
  фандом*, альбом*, концерт*, песн*, стрим*, معجب*, البوم*, أغنية, حفلة, ファン, 推し, 応援, アルバム, ライブ, 新曲, 粉丝, 专辑, 打榜, 应援,
  演唱会, 팬, 팬덤, 컴백, 앨범, 스밍, 투표, hayran*, albüm, şarkı, konser, penggemar, lagu, gaana, गाना, प्रशंसक
`);
