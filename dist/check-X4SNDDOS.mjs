import {
  chunk_VATPHQYF_mjs_buildReport as buildReport,
  chunk_VATPHQYF_mjs_judgeRepository as judgeRepository
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_accountsFor as accountsFor,
  chunk_BBQSWFLF_mjs_isLabelled as isLabelled,
  chunk_BBQSWFLF_mjs_nameOf as nameOf
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_PBLQ5GEM_mjs_lineAt as lineAt
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_couldBe as couldBe,
  chunk_YXW6GTPK_mjs_literalOf as literalOf,
  chunk_YXW6GTPK_mjs_writtenText as writtenText
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_VVYBS3MP_mjs_compareSeverity as compareSeverity
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
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
