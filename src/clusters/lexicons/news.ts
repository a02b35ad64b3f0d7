import { entriesOf } from "../../text/lexicon.ts";

/** How alert accounts and wires head their lines, and what they call themselves. */
export const ALERT_WORDS = entriesOf(`
  breaking, breaking news, just in, alert:, alert, alerts, news:, headlines, news as it, latest news, all the news,
  news alert*, local news, world news, eilmeldung, nachrichten, schlagzeilen, urgente, última hora, noticias,
  titulares, alerte info, urgent, dernière minute, actualités, ultim'ora, ultimora, notizie, notícias, срочно,
  молния, новости, عاجل, أخبار, 突发, 快讯, 新闻, 速報, ニュース, 속보, 뉴스, son dakika, haberler, haberleri, berita terkini,
  ताज़ा खबर, tin nóng
`);
