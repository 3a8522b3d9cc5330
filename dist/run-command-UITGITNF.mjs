import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  deliver,
  thisMachine,
  useCaseOf
} from "./chunk-6XNQK3DL.mjs";
import "./chunk-I2T2VW6D.mjs";
import "./chunk-MQ4NZCIZ.mjs";
import "./chunk-DS5BWXZJ.mjs";
import {
  exitCodes
} from "./chunk-YFZTRSGH.mjs";
import "./chunk-XH5ROEIA.mjs";
import "./chunk-JUTSPF22.mjs";

// src/entry/run-command.ts
import { isatty } from "node:tty";
async function runCommand({ command, inputs }, environment) {
  const machine = thisMachine(environment);
  try {
    const useCase = await useCaseOf(command);
    const outcome = await useCase(inputs.values, machine);
    machine.close();
    const terminal = isatty(1);
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
