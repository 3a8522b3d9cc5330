import {
  buildReport,
  judgeRepository
} from "./chunk-C5IOERIK.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-RBX2GU2C.mjs";
import "./chunk-DOEB5XJJ.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-PPHLCFEY.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-AA7NF45G.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-EUSLWYE7.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-XCGV6YA5.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-RN2IVT5O.mjs";
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
