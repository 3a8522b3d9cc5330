import {
  planRepository
} from "./chunk-GBPDGTHL.mjs";
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
import "./chunk-ZFHMEM2U.mjs";
import "./chunk-J2GT4XCC.mjs";
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

// src/app/plan.ts
async function plan(inputs, ports) {
  const { judged, plan: plan2, gaps } = await planRepository(inputs, ports, { owner: false });
  const report = buildReport({
    command: "plan",
    findings: judged.findings,
    failures: judged.bugs,
    plan: plan2,
    gaps,
    stats: judged.stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine: judged.sourceLine };
}
export {
  plan
};
