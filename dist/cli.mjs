import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  print
} from "./chunk-I2T2VW6D.mjs";
import "./chunk-JUTSPF22.mjs";

// src/config/version.ts
var version = false ? "0.0.0-source" : "0.1.0";

// src/entry/cli.ts
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
  if (args.length === 1 && args[0] === "--version") return printed(`${version}
`);
  try {
    const { parseCommandLine } = await import("./command-line-KSCSAAXS.mjs");
    const line = parseCommandLine(args);
    if (line.kind === "version") return printed(`${version}
`);
    if (line.kind === "help") return printed((await import("./help-CXWVQK4V.mjs")).helpText(line.command));
    const { runCommand } = await import("./run-command-UITGITNF.mjs");
    return await runCommand(line, process.env);
  } catch (thrown) {
    const { reportFailure } = await import("./report-failure-UITUWVVJ.mjs");
    return reportFailure(thrown);
  }
}
function printed(text) {
  print(text);
  return 0;
}
