import {
  observeLive,
  proofRows,
  withProofs
} from "./chunk-EXSXF322.mjs";
import "./chunk-OWTZMZZE.mjs";
import {
  chunk_VATPHQYF_mjs_buildReport as buildReport
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/app/drift.ts
async function drift(inputs, ports) {
  const observed = await observeLive(inputs, ports, "everything");
  const { state, gaps } = inputs.prove ? await withProofs(observed, inputs, ports) : observed;
  const { findings, bugs, sourceLine } = observed.judged.judgeLive(state);
  const report = buildReport({
    command: "drift",
    findings,
    failures: bugs,
    ...inputs.prove && { proofs: proofRows(state) },
    gaps,
    stats: observed.judged.stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine };
}
export {
  drift
};
