import {
  planRepository
} from "./chunk-IQTSKSOM.mjs";
import {
  buildReport
} from "./chunk-WW2ZTMUK.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-V4MJK4HX.mjs";
import "./chunk-ZCYM3DKY.mjs";
import "./chunk-W5P3XVMY.mjs";
import "./chunk-7NHDOLBQ.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-2EPMM6BQ.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./chunk-J2GT4XCC.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-GLCLG5V4.mjs";
import "./chunk-7TAE4GC4.mjs";
import "./chunk-S7NQJSJL.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-O26GSM2D.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-ON3TE3NA.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-TIVORLBP.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-AQGYI52S.mjs";
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
