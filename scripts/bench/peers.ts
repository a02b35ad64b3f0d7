import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { say } from "../terminal.ts";
import { measurePython, measureR } from "./measure.ts";
import { spreadCells } from "./spread.ts";

/** Python with what is asked for: the one of MARIONET_PYTHON, else python3; null where the modules are not installed. */
export function pythonWith(...modules: readonly string[]): string | null {
  const python = process.env.MARIONET_PYTHON ?? "python3";
  const { status } = spawnSync(python, ["-c", modules.map((name) => `import ${name}`).join("\n")], { stdio: "ignore" });
  return status === 0 ? python : null;
}

const TOOLKIT = "coordination_network_toolkit";

/** The toolkit's co-retweet network of the same shares; once: it takes long. A row of the table, or why there is none. */
export async function toolkitRow(csv: string, place: string, clock: () => number): Promise<string[]> {
  const name = "Coordination Network Toolkit";
  const python = pythonWith(TOOLKIT);
  if (python === null) return [`${name}: skipped, not on this machine`, "", "", "", ""];
  say(`${name} ...`);
  const messages = join(place, "messages.csv");
  await toMessages(csv, messages);
  const cost = await measurePython(python, TOOLKIT_SOURCE, [messages, join(place, "toolkit.db")], clock);
  return [`${name}, co_retweet, one run`, ...spreadCells([cost]), ""];
}

const TOOLKIT_SOURCE = `
import sys
from ${TOOLKIT} import preprocess, compute_networks
preprocess.preprocess_csv_files(sys.argv[2], [sys.argv[1]])
compute_networks.compute_co_retweet_parallel(sys.argv[2], 60, n_threads=2, min_edge_weight=1)
`;

/** CooRTweet's network of the same shares, once. A row of the table, or why there is none. */
export async function coortweetRow(csv: string, clock: () => number): Promise<string[]> {
  const { status } = spawnSync("Rscript", ["-e", "library(CooRTweet)"], { stdio: "ignore" });
  if (status !== 0) return ["CooRTweet: skipped, not on this machine", "", "", "", ""];
  say("CooRTweet ...");
  const cost = await measureR(COORTWEET_SOURCE, [csv], clock);
  return ["CooRTweet, one run", ...spreadCells([cost]), ""];
}

const COORTWEET_SOURCE = `
shares <- data.table::fread(commandArgs(TRUE)[1])
groups <- CooRTweet::detect_groups(shares, time_window = 60, min_participation = 2)
network <- CooRTweet::generate_coordinated_network(groups)`;

/** Shares in the toolkit's columns: each is a message that reposts its object. */
async function toMessages(csv: string, out: string): Promise<void> {
  const file = createWriteStream(out);
  file.write("message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n");
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const [account, content, object, time] = line.split(",");
    if (!file.write(`${content},${account},${account},${object},,,${time},\n`)) {
      await new Promise<void>((resolve) => file.once("drain", resolve));
    }
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}
