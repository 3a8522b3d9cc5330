import {
  planRepository
} from "./chunk-TW6VLNU2.mjs";
import {
  chunk_SGNMGJM7_mjs_buildReport as buildReport
} from "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./chunk-2EPMM6BQ.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./chunk-J2GT4XCC.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
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
