import { entriesOf } from "../../text/lexicon.ts";

/** How alert accounts and wires head their lines, and what they call themselves. */
export const ALERT_WORDS = entriesOf(`
  breaking, breaking news, just in, alert, alerts, developing, headlines, news, eilmeldung, eil, nachrichten,
  schlagzeilen, urgente, última hora, noticias, titulares, alerte, urgent, dernière minute, actualités, ultim'ora,
  ultimora, notizie, notícias, срочно, молния, новости, عاجل, أخبار, خبر, 突发, 快讯, 新闻, 速報, ニュース, 속보, 뉴스, son dakika,
  haber*, berita, terkini, ताज़ा खबर
`);
