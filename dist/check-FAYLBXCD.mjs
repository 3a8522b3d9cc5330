import {
  buildReport,
  judgeRepository
} from "./chunk-AEEYEFVA.mjs";
import "./chunk-725TEGA7.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-H65M6H4I.mjs";
import "./chunk-PPHLCFEY.mjs";
import "./chunk-YLMYT6WL.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-LHQWU4VZ.mjs";
import "./chunk-LBSWGZRN.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-XCGV6YA5.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-PA3T7UNG.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-B7F5QLE5.mjs";

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
