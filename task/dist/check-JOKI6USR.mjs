import {
  buildReport,
  judgeRepository
} from "./chunk-LYI7CW7T.mjs";
import "./chunk-RDD3DM2J.mjs";
import "./chunk-WHZN43WG.mjs";
import "./chunk-PPHLCFEY.mjs";
import "./chunk-AL3HO5YQ.mjs";
import "./chunk-V47QWJVI.mjs";
import "./chunk-GNQ7CTSX.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-QEYEFHAL.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-EJWL542V.mjs";
import "./chunk-XCGV6YA5.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-PBLQ5GEM.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-YXW6GTPK.mjs";
import "./chunk-WTEAO2BB.mjs";
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
