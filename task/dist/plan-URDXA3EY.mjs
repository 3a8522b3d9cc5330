import {
  planRepository
} from "./chunk-FTWX6IR5.mjs";
import "./check-3087CA8D.mjs";
import "./chunk-6HNWMPSC.mjs";
import {
  chunk_P7FJAN4S_mjs_buildReport as buildReport
} from "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";

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
