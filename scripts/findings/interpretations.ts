/**
 * What a person saw who read the posts of a cluster of a control set, by the cluster's `key`. One reader's view, without anything beyond
 * the posts; no name of an account stands here. A cluster of other members has another key, and must be read again.
 */
export const INTERPRETATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "us-election-2024-x-control": {
    b9bbc4cfe0a6b0c0:
      "News headlines of one desk, word for word, minutes apart, each with its own short link: regional or partner accounts of one publisher. A true finding, and an innocent one.",
    "3ccc501d1629cec2":
      "Headlines of two partisan news sites passed on by their share buttons, two stories the sites have in common: readers of the same sites.",
    "8015dcaf8b6476af":
      "Four accounts answer the posts of one party at the same times and name the same two others; their words have nothing in common. Regulars below a big account: a false alarm.",
    e40f0406dbb4a254:
      "Three accounts pass on pages of two little-read aggregators by their share button; nobody else links both. Fans, or promoters, of one publisher.",
  },
  "live-event-control": {
    "76d600a7ce4c2fa4":
      "The same betting advertisements in the same second, each with a referral link of its own: affiliate accounts on one scheduler. Truly coordinated, and commercial; the set calls it organic.",
    b5d3884ba1648334:
      "The same betting offers in the same second, each with a referral link of its own: affiliate accounts on one scheduler. Truly coordinated, and commercial; the set calls it organic.",
  },
  "gop-debate-2015-control": {
    dfe5ae8b6beac45f:
      "Ordinary people pass on nineteen lines of one popular author during the debate, as more than a thousand others do: readers of one author at a live event.",
    "05c34a2183cf902f":
      "Two lines of a journalist, reposted by fifteen others as well: readers. A false alarm, and weak.",
    "51b56054386c4b10":
      "Five accounts post one headline in turns, minute by minute, in two wordings and with ever new short links: link spam for one page. Truly coordinated.",
    d7d0ea0ab4c301a1:
      "Three accounts carry the same three video headlines of one newsroom: partner stations of one news service.",
    "1a4b80e6c22cfd23":
      "Four accounts repost three posts of one author all in one minute, in the same odd quotation marks, each with a short link of its own: one automatic feed. Truly coordinated.",
    "1804aa9d16b7e380":
      "Three accounts repost three posts of one author whom nobody else reposts, within a minute each time: friends, or helper accounts; the posts cannot tell.",
    "69839b2dd94374aa":
      "Followers of one author whose posts the whole debate reposts, in the same minutes: fans at a live event.",
    "8a098b808c88e8f1":
      "Fans of the same author, two popular posts in the same minutes and nothing else in common. A false alarm.",
    "666a1b7b93b79bbf":
      "Fans of the same author, two popular posts within two minutes and nothing else in common. A false alarm.",
    "4b50e049bf81df27":
      "Fans of the same author, two popular posts in the same minutes and nothing else in common. A false alarm.",
    e701d6e281f21010: "Fans of the same author who repost nearly all of it as it comes.",
    ee3bfce1f5a809c9: "Fans of the same author who repost much of it as it comes.",
  },
  "telegram-news-channels": {
    "07e2c7d4df3bcd47":
      "Four channels that invite to each other and share a rubric of rates: publishers of one house, or advertising partners.",
    "0fbc52d1dea536e8": "Four news channels with the same agency headlines in equal words, minutes apart: news desks.",
    "869844fb4fea3e34":
      "A state news agency and two channels that carry its lines word for word within minutes: the news wire at work.",
    "700aae7562e40a12": "Three channels of one publisher (one brand in their names) with the same items: one newsroom.",
  },
};
