import {
  planRepository
} from "./chunk-SEQ6KNWP.mjs";
import "./chunk-J2GT4XCC.mjs";
import {
  buildReport
} from "./chunk-OIEDBMWI.mjs";
import "./chunk-OFUZELL5.mjs";
import "./chunk-7NHDOLBQ.mjs";
import "./chunk-ZCYM3DKY.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-2EPMM6BQ.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-W5P3XVMY.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-C7TJHRD3.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-ANNPHLBZ.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-S7NQJSJL.mjs";
import "./chunk-O26GSM2D.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-ON3TE3NA.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-TIVORLBP.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-VVYBS3MP.mjs";
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
