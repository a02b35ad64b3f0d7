// The door of every npm script. Needs nothing but Node: installs the packages when they are missing or no longer fit the lock
// file, then runs the command in this same process, so that exit codes and Ctrl-C need no passing on. Writes nothing to stdout.
//
//   node scripts/setup.mjs start ARGS...       npm start
//   node scripts/setup.mjs test ARGS...        npm test
//   node scripts/setup.mjs run NAME ARGS...    npm run NAME -- ARGS...

import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installPackages } from "./setup/install.mjs";
import { refusal } from "./setup/node-version.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [verb, ...rest] = process.argv.slice(2);
const command = verb === "run" ? rest : [verb ?? "", ...rest];

const tooOld = refusal(process.versions.node);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}
const failure = await installPackages(root);
if (failure !== null) {
  process.stderr.write(`${failure}\n`);
  process.exit(1);
}

// npm moved to the package folder; file names the user typed are meant from where they stood.
const stood = process.env.INIT_CWD;
if (verb === "run" && stood !== undefined && resolve(process.cwd()) === resolve(root)) process.chdir(stood);

const loader = await import(pathToFileURL(join(root, "node_modules/tsx/dist/esm/api/index.mjs")).href);
process.env.TSX_TSCONFIG_PATH = join(root, "tsconfig.json");
loader.register();
const workshop = join(root, "scripts/workshop.ts");
process.argv = [process.execPath, workshop, ...command];
await import(pathToFileURL(workshop).href);
