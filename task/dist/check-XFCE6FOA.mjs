import {
  buildReport,
  judgeRepository
} from "./chunk-QM4CEJUH.mjs";
import "./chunk-7NHDOLBQ.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-OFUZELL5.mjs";
import "./chunk-ZCYM3DKY.mjs";
import "./chunk-W5P3XVMY.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-5FVDJ3NH.mjs";
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

// src/app/check.ts
async function check(inputs, ports) {
  const { findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, ports);
  const report = buildReport({
    command: "check",
    findings,
    failures: bugs,
    gaps,
    stats: stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine };
}
export {
  check
};
