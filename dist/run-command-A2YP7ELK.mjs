import {
  chunk_GLVVUMHU_mjs_changesSince as changesSince,
  chunk_GLVVUMHU_mjs_deliver as deliver,
  chunk_GLVVUMHU_mjs_portsOf as portsOf,
  chunk_GLVVUMHU_mjs_thisMachine as thisMachine,
  chunk_GLVVUMHU_mjs_useCaseOf as useCaseOf,
  chunk_GLVVUMHU_mjs_withSubscription as withSubscription
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  isTerminal
} from "./chunk-DOQ464WB.mjs";
import {
  chunk_EI5HOZS2_mjs_exitCodes as exitCodes
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/run-command.ts
var usualBases = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master"
];
async function runCommand({ command, inputs }, environment) {
  const machine = thisMachine(environment);
  try {
    const useCase = await useCaseOf(command);
    const values = withSubscription(inputs.values, environment);
    const outcome = await useCase(
      values,
      portsOf(values, { machine, environment, changes: changesSince(usualBases, environment) })
    );
    machine.close();
    const terminal = isTerminal(1, environment);
    await deliver(outcome, inputs.values, machine.files, {
      prints: true,
      color: terminal && !environment.NO_COLOR && environment.TERM !== "dumb",
      ...terminal && process.stdout.columns > 0 && { columns: process.stdout.columns }
    });
    return exitCodes[outcome.report.conclusion].code;
  } finally {
    machine.close();
  }
}
export {
  runCommand
};
