import { entriesOf } from "../../text/lexicon.ts";

/** What fans of artists and series say of themselves and of what they do together. */
export const FAN_WORDS = entriesOf(`
  fan, fans, fandom*, fanpage, fan account, fanclub, fanbase, stans, stanning, i stan, stream, streams, streaming,
  streaming party, on repeat, album, albums, comeback, new single, new music, music video, teaser, lyrics, concert,
  concerts, world tour, spotify, playlist, selca, fancam, our queen, our king, masterpiece, artist of the year,
  birthday project, hincha, fanática, fã, fãs, álbum, concierto, canción, nueva canción, chanson, nouvel album,
  chanteuse, chanteur, konzert, neues album, sängerin, sänger, фанат*, фандом*, альбом*, концерт*, стрим, стримим,
  معجبين, البوم, ألبوم, أغنية, ファン, 推し, アルバム, 新曲, 粉丝, 专辑, 打榜, 应援, 演唱会, 팬, 팬덤, 컴백, 앨범, 스밍, hayranları, albüm, şarkı,
  konser, penggemar, lagu baru, गाना, प्रशंसक, người hâm mộ, แฟนคลับ
`);
