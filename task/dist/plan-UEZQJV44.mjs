import {
  planRepository
} from "./chunk-QMMOO4LY.mjs";
import "./check-4C4128B8.mjs";
import {
  chunk_P2FQY5K7_mjs_buildReport as buildReport
} from "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./chunk-2EPMM6BQ.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";

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
