import { entriesOf } from "../../text/lexicon.ts";

/** What calls to sign say, and where petitions live. */
export const PETITION_WORDS = entriesOf(`
  petition*, sign, signed, signing, signature, signatures, open letter, add your name, sign here, i signed,
  i've signed, i just signed, share text, share button, tweetstorm, twitter storm, toolkit, write to your,
  call your representative, call your mp, change.org, avaaz.org, openpetition, 38degrees, actionnetwork.org,
  moveon.org, causes.com, gofundme, peticion*, petição, peticao, firmas, firmar, he firmado, carta abierta, assina*,
  abaixo-assinado, carta aberta, unterschr*, unterzeichn*, petitionen, offener brief, offenen brief, mitzeichn*,
  pétition*, signez, signer, signé, lettre ouverte, petizione, firma anche tu, lettera aperta, подпис*, петици*,
  открытое письмо, عريضة, وقع, وقّع, توقيع, رسالة مفتوحة, 请愿, 联署, 签名, 公开信, 署名, 嘆願, 청원, 서명, imza*, dilekçe, petisi,
  tanda tangan*, याचिका, हस्ताक्षर
`);
