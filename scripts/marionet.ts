#!/usr/bin/env node
import { COMMANDS, dispatch } from "./commands.ts";
import { ending, endOnClosedPipe } from "./ending.ts";

endOnClosedPipe();
process.exitCode = await ending(() => dispatch(COMMANDS, process.argv.slice(2)));
