import {
  observeLive,
  proofRows,
  withProofs
} from "./chunk-SIC4VSZX.mjs";
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

// src/app/drift.ts
async function drift(inputs, ports) {
  const observed = await observeLive(inputs, ports, "everything");
  const { state, gaps } = inputs.prove ? await withProofs(observed, inputs, ports) : observed;
  const { findings, bugs, sourceLine } = observed.judged.judgeLive(state);
  const report = buildReport({
    command: "drift",
    findings,
    failures: bugs,
    ...inputs.prove && { proofs: proofRows(state) },
    gaps,
    stats: observed.judged.stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine };
}
export {
  drift
};
