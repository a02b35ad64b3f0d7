import { coortweet } from "./coortweet.ts";
import { fivethirtyeight } from "./fivethirtyeight.ts";
import type { Format } from "./format.ts";
import { fourcat } from "./fourcat.ts";
import { generic } from "./generic.ts";
import { ioArchive } from "./io-archive.ts";
import { ira } from "./ira.ts";
import { marionet } from "./marionet.ts";
import { telegramChannel } from "./telegram-channel.ts";
import { telegramDesktop } from "./telegram-desktop.ts";
import { toolkit } from "./toolkit.ts";
import { xApi } from "./x-api.ts";
import { xScrape } from "./x-scrape.ts";

/** Every format of posts, the particular before the general. */
export const CATALOGUE: readonly Format[] = [
  marionet,
  ira,
  fivethirtyeight,
  ioArchive,
  coortweet,
  toolkit,
  fourcat,
  xApi,
  telegramChannel,
  telegramDesktop,
  xScrape,
  generic,
];
