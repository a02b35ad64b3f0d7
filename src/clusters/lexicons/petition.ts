import { entriesOf } from "../../text/lexicon.ts";

/** What calls to sign say, and where petitions live. */
export const PETITION_WORDS = entriesOf(`
  petition*, sign the, sign this, sign our, sign and share, please sign, sign now, sign here, add your name,
  open letter, signed the, i signed, i've signed, i just signed, we signed, signatures, your signature, share text,
  share button, tweetstorm, twitter storm, call your representative, write to your mp, change.org, avaaz.org,
  openpetition, 38degrees, actionnetwork.org, moveon.org, causes.com, peticion*, petición, petição, he firmado,
  firma la, firma esta, firmas, carta abierta, assine, assinei, abaixo-assinado, carta aberta, unterschreib*,
  unterschrieben, unterzeichn*, offener brief, offenen brief, mitzeichn*, pétition*, signez, j'ai signé,
  lettre ouverte, petizione, ho firmato, lettera aperta, подпишите петицию, подпишите, подписал петицию, петици*,
  открытое письмо, عريضة, وقّع, رسالة مفتوحة, 请愿, 联署, 公开信, 署名, 嘆願, 청원, 서명, imzala*, imza kampanyası, dilekçe,
  petisi, tanda tangani, याचिका, हस्ताक्षर
`);
