import {
  print
} from "./chunk-X2IGX7VL.mjs";
import "./chunk-B7F5QLE5.mjs";

// src/config/version.ts
var version = false ? "0.0.0-source" : "0.1.0";

// src/entry/cli.ts
process.exitCode = await main(process.argv.slice(2));
async function main(args) {
  if (args.length === 1 && args[0] === "--version") return printed(`${version}
`);
  try {
    const { parseCommandLine } = await import("./command-line-5OTFBVZJ.mjs");
    const line = parseCommandLine(args);
    if (line.kind === "version") return printed(`${version}
`);
    if (line.kind === "help") return printed((await import("./help-EC4SK4ZI.mjs")).helpText(line.command));
    if (line.command === "demo") return (await import("./demo.mjs")).demo();
    const { runCommand } = await import("./run-command-IDQODOGX.mjs");
    return await runCommand(line, process.env);
  } catch (thrown) {
    const { reportFailure } = await import("./report-failure-27BYKQBN.mjs");
    return reportFailure(thrown);
  }
}
function printed(text) {
  print(text);
  return 0;
}
