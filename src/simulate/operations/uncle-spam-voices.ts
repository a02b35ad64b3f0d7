import { between, chance, mix32, stream } from "../../math/random.ts";
import { articleAt } from "../links.ts";
import { DAY_MS } from "../rhythm.ts";
import { addVoice, type Content, type World } from "../world.ts";
import { type Camp, campPost, campReply, type Stance, strangerLine, wireLine } from "./uncle-spam-lines.ts";
import type { UncleSpamParameters } from "./uncle-spam-parameters.ts";
import { frontSite } from "./uncle-spam-sites.ts";

/** Argument of the voices: the line of the script in the lowest bits, above them what the post is and carries. */
export const REWORDED = 0xffff;
export const TAGGED = 0x10000;
export const LINKED = 0x20000;
export const REPLY = 0x40000;

const TAGS: Readonly<Record<Stance, readonly string[]>> = {
  pro: ["CorvaneLevy", "KeepTheLevy", "VeteransForTin"],
  contra: ["CorvaneLevy", "ScrapTheLevy", "VeteransForTin"],
  neutral: ["CorvaneLevy"],
};

export interface UncleSpamVoices {
  readonly crew: number;
  readonly wire: number;
  readonly stranger: number;
}

export function uncleSpamVoices(world: World, table: UncleSpamParameters): UncleSpamVoices {
  const { seed, posts, people, span } = world;
  const say = (text: string, argument: number, stance: Stance, hashtags = TAGS[stance]): Content => {
    const tags = (argument & TAGGED) === 0 ? [] : hashtags;
    return {
      text: text + tags.map((tag) => ` #${tag}`).join(""),
      language: "en",
      urls: (argument & LINKED) === 0 ? [] : [`https://${frontSite(stance === "pro" ? "pro" : "contra")}/levy-facts`],
      hashtags: tags,
      mentions: [],
      media: [],
    };
  };
  const contra = people.roles.indexOf("contra");
  const scripted = (camp: Camp, isReply: boolean, line: number) => {
    const random = stream(mix32(seed, (camp === "pro" ? 2 : 0) + (isReply ? 1 : 0)), line);
    return isReply ? campReply(camp, random) : campPost(camp, random);
  };
  const crew = addVoice(world, (number, random) => {
    const argument = posts.argument[number]!;
    const camp = people.role[posts.account[number]!] === contra ? "contra" : "pro";
    const isReply = (argument & REPLY) !== 0;
    const line = argument & REWORDED;
    const written = isReply ? campReply : campPost;
    return say(line === REWORDED ? written(camp, random) : scripted(camp, isReply, line), argument, camp);
  });
  const wire = addVoice(world, (number, random): Content => {
    const slot = posts.argument[number]!;
    const url = articleAt(seed, 700, Math.floor(span.startMs / DAY_MS), slot);
    return { ...say(wireLine(random), 0, "neutral"), urls: [url] };
  });
  const stranger = addVoice(world, (number, random) => {
    const community = people.community[posts.account[number]!]!;
    const mind = mix32(mix32(seed, 0x57a), community) % 2 === 0;
    const pro = chance(random, table.dissent.value) ? !mind : mind;
    const stance: Stance = chance(random, 0.3) ? "neutral" : pro ? "pro" : "contra";
    // Strangers use one tag or two, seldom the whole row.
    const tags = TAGS[stance].slice(0, between(random, 1, 2));
    return say(strangerLine(stance, random), posts.argument[number]!, stance, tags);
  });
  return { crew, wire, stranger };
}
