import { between, chance, logNormal, pick, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";

const LABEL = "benign:syndication";
const PARAMETERS = {
  share: assumed(
    0.005,
    "of all accounts are papers of the chain, at least 6 and at most 40; 28 stations of one owner are a published case",
  ),
  items: assumed(3, "wire items a day"),
  takes: assumed(0.6, "chance that a paper takes an item over"),
  delayMin: assumed(7, "median minutes from the wire to a paper, log-normal: the publishing system does it"),
  sigma: assumed(0.9, "standard deviation of the logarithm of that delay"),
  ownItems: assumed(0.7, "items of its own a paper posts a day"),
} satisfies ParameterTable;

const HEADLINE = words(
  "{Council|Parliament|Ministry|Regulator} {approves|delays|rejects|reviews} <matter>, {vote due|decision expected|debate follows} {in <month>|next week|after the summer}|{Study|Report|Survey}: <share> of households {worry about|cut back on|pay more for} <cost>|{Storm|Cold|Heat} warning for <town> and <town>, {schools|ferries|roads} {stay open|affected|may close}|{Port|Rail|Bus|Hospital} workers in <town> {end strike|plan walkout|accept offer} over <cost>|{Exports|Prices|Orders|Jobs} {rise|fall|level off} # percent in <month>, <matter> cited|{Court|Judge} in <town> {rules on|hears case over|dismisses suit on} <matter>",
);
const LOCAL = words(
  "{Road|Bridge|Library|Pool|School} in <town> {reopens|closes for repairs|gets new roof} {in <month>|on Monday|after # weeks}|<name> of <town> {turns # today|wins baking contest|finds lost dog after # days|retires after # years}|{Match|Council|Market} report: {narrow win|long evening|# visitors} in <town>|{Reader's photo|Police blotter|Opening hours} {for <month>|this week|from <town>}, see page #",
);
const WIRE: Lexicon = {
  matter: words(
    "tram extension|fishing quota|housing levy|flood barrier|data rules|minimum wage plan|airport noise limit|wind farm permit|pension change|school merger",
  ),
  cost: words("energy|rent|groceries|childcare|commuting|insurance|heating|care"),
  month: words("January|February|March|April|May|June|July|September|October|November"),
  share: words("a third|nearly half|two in five|# percent|most"),
  town: ENGLISH.places,
  name: ["<first> <last>"],
  first: ENGLISH.firstNames,
  last: ENGLISH.lastNames,
};
const PAPERS = words("Courier|Gazette|Herald|Observer|Advertiser|Mercury|Chronicle|Post");

/** A chain of local papers that carries one news wire: verbatim text within minutes, every day, and rightly so. */
export const SYNDICATION: Story<typeof PARAMETERS> = {
  name: "syndication",
  label: LABEL,
  about: [
    "A news wire and the local papers of one chain, which carry its items word for word within minutes, each on its own site.",
    "The strongest same-text signal there is, with an attribution line and a declared owner.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const papers = Math.min(40, Math.max(6, Math.round(parameters.share.value * world.people.count)));
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && world.people.language[account] === 0;
    const random = stream(world.seed, 61);
    const wire = enlist(world, 1, LABEL, "wire", speaks);
    const chain = enlist(world, papers, LABEL, "outlet", speaks);
    const used = new Set<string>();
    [...wire, ...chain].forEach((account, i) => {
      const { people } = world;
      let name = i === 0 ? "Union Wire" : "";
      while (name === "" || used.has(name)) name = `${pick(random, ENGLISH.places)} ${pick(random, PAPERS)}`;
      used.add(name);
      people.name[account] = name;
      people.handle[account] = name.toLowerCase().replace(" ", "_") + people.handle[account]!.slice(-2);
      people.bio[account] =
        i === 0
          ? "News agency. Items are licensed to member papers"
          : "Local news. A paper of the Union Local Media group";
      people.verified[account] = 1;
      people.client[account] = "newsdesk";
      people.followers[account] = people.followers[account]! * 4 + 2000;
      people.rate[account] = 0;
    });
  },
  perform: (world, parameters, random) => {
    const [wire] = castOf(world, LABEL, "wire");
    const papers = castOf(world, LABEL, "outlet");
    const carry = itemVoice(world);
    const own = localVoice(world);
    let item = 0;
    for (let day = 0; day < world.span.days; day++) {
      for (let i = 0; i < parameters.items.value; i++) {
        item++;
        const timeMs = world.span.startMs + day * DAY_MS + between(random, 5, 20) * HOUR_MS + random() * HOUR_MS;
        addPost(world, { timeMs, account: wire!, kind: "post", voice: carry, argument: item, appeal: 30 });
        for (const paper of papers) {
          if (!chance(random, parameters.takes.value)) continue;
          const at = timeMs + 60_000 * logNormal(random, parameters.delayMin.value, parameters.sigma.value);
          addPost(world, { timeMs: at, account: paper, kind: "post", voice: carry, argument: item, appeal: 10 });
        }
      }
      for (const paper of papers) {
        if (!chance(random, parameters.ownItems.value)) continue;
        const timeMs = world.span.startMs + day * DAY_MS + between(random, 7, 19) * HOUR_MS + random() * HOUR_MS;
        addPost(world, { timeMs, account: paper, kind: "post", voice: own, appeal: 10 });
      }
    }
  },
};

/** Registrable name of a paper's or the wire's own site. */
export const paperSite = (world: World, account: number): string =>
  `${world.people.name[account]!.toLowerCase().replace(" ", "-")}.example`;

function itemVoice(world: World) {
  return addVoice(world, (number): Content => {
    const { posts, seed } = world;
    const item = posts.argument[number]!;
    const same = stream(seed ^ 0x317e, item);
    const text = `${tidy(expand(pick(same, HEADLINE), [WIRE], same))} (Union Wire)`;
    const url = `https://www.${paperSite(world, posts.account[number]!)}/wire/${10000 + Math.floor(same() * 90000)}`;
    return { text, language: "en", urls: [url], hashtags: [], mentions: [], media: [] };
  });
}

function localVoice(world: World) {
  return addVoice(world, (number, random): Content => {
    const text = tidy(expand(pick(random, LOCAL), [WIRE], random));
    const url = `https://www.${paperSite(world, world.posts.account[number]!)}/local/${10000 + Math.floor(random() * 90000)}`;
    return { text, language: "en", urls: [url], hashtags: [], mentions: [], media: [] };
  });
}
