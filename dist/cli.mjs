import {
  print
} from "./chunk-DOQ464WB.mjs";
import {
  version
} from "./chunk-CEVAMIZS.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/cli.ts
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
  if (args.length === 1 && args[0] === "--version") return printed(`${version}
`);
  try {
    const { parseCommandLine } = await import("./command-line-OIUJRVXL.mjs");
    const line = parseCommandLine(args);
    if (line.kind === "version") return printed(`${version}
`);
    if (line.kind === "help") return printed((await import("./help-R4DQKR3V.mjs")).helpText(line.command));
    if (line.command === "demo") return (await import("./demo.mjs")).demo();
    if (line.command === "explain") return printed((await import("./explanation-ATBQYDC4.mjs")).explanation(line.topic ?? ""));
    const { runCommand } = await import("./run-command-A2YP7ELK.mjs");
    return await runCommand(line, process.env);
  } catch (thrown) {
    const { reportFailure } = await import("./report-failure-Y6UFZS6B.mjs");
    return reportFailure(thrown);
  }
}
function printed(text) {
  print(text);
  return 0;
}
