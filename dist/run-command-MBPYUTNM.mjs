import {
  changesSince,
  deliver,
  portsOf,
  thisMachine,
  useCaseOf,
  withSubscription
} from "./chunk-WCDCQWWZ.mjs";
import "./chunk-P4ZTOLZM.mjs";
import "./chunk-FEYOH5WS.mjs";
import "./chunk-2SY4573C.mjs";
import "./chunk-ABBRGN4T.mjs";
import {
  isTerminal
} from "./chunk-DOQ464WB.mjs";
import {
  exitCodes
} from "./chunk-EI5HOZS2.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-TICNE5WX.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-UFZVNTBC.mjs";
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
