import { TOOLKIT_NETWORKS, type ToolkitNetwork } from "./toolkit/networks.ts";

/** A tool whose output can be had again, and which version of it. */
export interface Peer {
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly doi: string;
}

export const PEERS = {
  coortweet: {
    title: "CooRTweet",
    version: "2.1.3 (d31a008)",
    source: "github nicolarighetti/CooRTweet",
    doi: "10.5117/CCR2025.1.7.RIGH",
  },
  cnt: {
    title: "Coordination Network Toolkit",
    version: "daa0e11 (November 2022)",
    source: "github QUT-Digital-Observatory/coordination-network-toolkit",
    doi: "10.25912/RDF_1632782596538",
  },
  coordinatedactivity: {
    title: "coSharing of Unmasking the Web of Deceit",
    version: "b7be89b (August 2025)",
    source: "github ValeriaPante/coordinatedActivity",
    doi: "10.1145/3589334.3645529",
  },
} as const satisfies Readonly<Record<string, Peer>>;
export type PeerName = keyof typeof PEERS;

const NETWORKS = Object.keys(TOOLKIT_NETWORKS) as ToolkitNetwork[];

/** What `--like` takes. */
export type Like = "coortweet" | `cnt-${ToolkitNetwork}` | "coordinatedactivity";
export const LIKES: readonly Like[] = [
  "coortweet",
  ...NETWORKS.map((network) => `cnt-${network}` as const),
  "coordinatedactivity",
];

export function peerOf(like: Like): PeerName {
  return like === "coortweet" || like === "coordinatedactivity" ? like : "cnt";
}

/** The toolkit's network that `like` names. */
export function networkOf(like: Like): ToolkitNetwork {
  const network = NETWORKS.find((one) => like === `cnt-${one}`);
  if (network === undefined) throw new Error(`peers/catalogue: ${like} is no network of the toolkit`);
  return network;
}
