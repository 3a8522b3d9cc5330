import {
  buildReport,
  judgeRepository
} from "./chunk-ZATAOCM2.mjs";
import "./chunk-A5CU2N6B.mjs";
import "./chunk-WHZN43WG.mjs";
import "./chunk-PPHLCFEY.mjs";
import "./chunk-AL3HO5YQ.mjs";
import "./chunk-4EU2QL6P.mjs";
import "./chunk-GF76YZS7.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-M2X6RBFB.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-XCGV6YA5.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-WK7ENKQO.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-UV2HVMKZ.mjs";

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
