import {
  buildReport,
  judgeRepository
} from "./chunk-WW2ZTMUK.mjs";
import "./chunk-7ARPJBV4.mjs";
import "./chunk-V4MJK4HX.mjs";
import "./chunk-ZCYM3DKY.mjs";
import "./chunk-W5P3XVMY.mjs";
import "./chunk-7NHDOLBQ.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-P3PXVN6G.mjs";
import {
  accountsFor,
  isLabelled,
  nameOf
} from "./chunk-GLCLG5V4.mjs";
import "./chunk-7TAE4GC4.mjs";
import "./chunk-S7NQJSJL.mjs";
import "./chunk-AWIFEEWH.mjs";
import "./chunk-D4KSMDYY.mjs";
import "./chunk-O26GSM2D.mjs";
import {
  lineAt
} from "./chunk-PBLQ5GEM.mjs";
import {
  couldBe,
  literalOf,
  writtenText
} from "./chunk-YXW6GTPK.mjs";
import "./chunk-ON3TE3NA.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-TIVORLBP.mjs";
import {
  compareSeverity
} from "./chunk-VVYBS3MP.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/model/wire.ts
function wiresAtFault(repository, findings) {
  const byFile = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const others = byFile.get(finding.file);
    if (others) others.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  if (byFile.size === 0) return [];
  const wires = repository.worlds.flatMap(
    (world) => world.workloads.flatMap(
      (workload) => workload.templates.flatMap((template) => wireOf(world, workload, template, repository.credentials, byFile) ?? [])
    )
  );
  return [...new Map(wires.map((wire) => [JSON.stringify(wire), wire])).values()];
}
function wireOf(world, workload, template, credentials, byFile) {
  const match = accountsFor(world, workload, template).find(({ certain }) => certain);
  const account = match?.account;
  const pods = { name: `${workload.kind} ${nameOf(workload)}`, fault: faultOf(workload, byFile) };
  const accountFault = account ? faultOf(account, byFile) : null;
  const atIdentity = account?.clientId && faultAt(account, account.clientId.node.start, byFile);
  if (!pods.fault && !accountFault) return void 0;
  if (!account?.clientId && !isLabelled(template)) return void 0;
  const declared = account && credentials.find((credential) => isFor(credential, account));
  return {
    pods,
    account: account && { name: nameOf(account), fault: atIdentity ? null : accountFault },
    identity: account?.clientId && { name: account.clientId.text ?? "", fault: atIdentity ?? null },
    credential: declared?.subject && { name: writtenText(declared.subject.text), fault: placeFault(declared, byFile) }
  };
}
function isFor({ subject }, account) {
  const [namespace, name] = [literalOf(account.namespace), literalOf(account.name)];
  if (!subject || namespace === void 0 || name === void 0) return false;
  return couldBe(subject.text, `system:serviceaccount:${namespace}:${name}`);
}
function faultOf({ manifest }, byFile) {
  return manifest.rendered ? null : worst(byFile, manifest.source, manifest.start, manifest.end - 1);
}
function faultAt({ manifest }, offset, byFile) {
  return manifest.rendered ? null : worst(byFile, manifest.source, offset, offset);
}
function placeFault({ at }, byFile) {
  return "manifest" in at ? null : worst(byFile, at.source, at.start, at.start);
}
function worst(byFile, source, start, end) {
  const inFile = byFile.get(source.path);
  if (!inFile) return null;
  const [from, to] = [lineAt(source, start), lineAt(source, end)];
  const within = inFile.filter(({ line }) => line >= from && line <= to).map(({ severity }) => severity);
  return within.sort(compareSeverity)[0] ?? null;
}

// src/app/check.ts
async function check(inputs, ports) {
  const { repository, findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, ports);
  const report = buildReport({
    command: "check",
    findings,
    failures: bugs,
    gaps,
    stats: stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine, wires: () => wiresAtFault(repository, findings) };
}
export {
  check
};
