import {
  planRepository
} from "./chunk-UKE755UE.mjs";
import "./check-372A5FC1.mjs";
import {
  chunk_DYNWGQAO_mjs_buildReport as buildReport
} from "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./chunk-2EPMM6BQ.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";

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
