import {
  chunk_VATPHQYF_mjs_buildReport as buildReport,
  chunk_VATPHQYF_mjs_judgeRepository as judgeRepository
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  applyEdits,
  collide,
  offsetEdits
} from "./chunk-LHGVKPPT.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_7PS32FZK_mjs_decodeText as decodeText
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_VVYBS3MP_mjs_compareFindings as compareFindings,
  chunk_VVYBS3MP_mjs_compareText as compareText
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/app/editable-text.ts
var byteOrderMark = "\uFEFF";
function editableText(files, path) {
  if (isLink(files, path)) return { refused: "The file is a symbolic link; name the file that it leads to." };
  if (files.stat(path)?.readOnly) return { refused: "The file is read-only." };
  const bytes = Uint8Array.from(files.read(path));
  const text = decodeText(bytes);
  const mark = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? byteOrderMark : "";
  if (text === void 0 || !Buffer.from(mark + text).equals(bytes)) {
    return { refused: "The file is not UTF-8; save it as UTF-8 first." };
  }
  return { mark, text };
}
function isLink(files, path) {
  const slash = path.lastIndexOf("/");
  const folder = slash === -1 ? "." : path.slice(0, slash) || "/";
  return files.realPath(path) !== `${files.realPath(folder).replace(/\/$/, "")}/${path.slice(slash + 1)}`;
}

// src/app/overlay.ts
function overlayOn(files) {
  let edited2 = /* @__PURE__ */ new Map();
  const encoder = new TextEncoder();
  return {
    ...files,
    edited: () => edited2,
    replace: (texts) => {
      edited2 = new Map(texts);
    },
    stat: (path) => {
      const stats = files.stat(path);
      const text = edited2.get(path);
      return stats && text !== void 0 ? { ...stats, size: encoder.encode(text).length } : stats;
    },
    read: (path) => {
      const text = edited2.get(path);
      return text === void 0 ? files.read(path) : encoder.encode(text);
    },
    write: (path, text) => {
      edited2 = new Map([...edited2, [path, text]]);
    }
  };
}

// src/app/mend.ts
var mostRounds = 20;
async function mend(files, judge) {
  const overlay = overlayOn(files);
  const refused = /* @__PURE__ */ new Map();
  const findings = [];
  let outcome = await judge(overlay);
  for (let round = 0; ; ) {
    const chosen = withoutCollisions(open(outcome, refused));
    if (chosen.length === 0) break;
    if (round === mostRounds) {
      for (const { fingerprint } of chosen)
        refused.set(fingerprint, "There is too much to mend at once; run fix again.");
      break;
    }
    const before = overlay.edited();
    const made = await makeFixes(overlay, chosen, refused);
    const next = await judge(overlay, [...findings, ...made]);
    const others = outcome.report.findings.filter((finding) => !made.includes(finding));
    const stayed = stayedOf(made, others, next.report.findings);
    if (stayed.length > 0) {
      overlay.replace(before);
      for (const { fingerprint } of stayed) refused.set(fingerprint, "The finding would still be there afterwards.");
    } else {
      findings.push(...made);
      outcome = next;
      round += 1;
    }
  }
  return { texts: overlay.edited(), outcome, findings, refused };
}
function open({ report }, refused) {
  return report.findings.filter(
    ({ suppressed, fix: fix2, fingerprint }) => !suppressed && fix2?.safety === "safe" && fix2.edits.length > 0 && !refused.has(fingerprint)
  );
}
function withoutCollisions(findings) {
  const taken = /* @__PURE__ */ new Map();
  return findings.filter(({ fix: fix2 }) => {
    const edits = (fix2?.edits ?? []).map((edit) => ({
      file: edit.file,
      // Lines and columns in one number, which is enough to compare places.
      start: edit.line * 2 ** 24 + edit.column,
      end: edit.endLine * 2 ** 24 + edit.endColumn,
      text: edit.text
    }));
    if (edits.some((edit) => taken.get(edit.file)?.some((other) => collide(edit, other)))) return false;
    for (const edit of edits) taken.set(edit.file, [...taken.get(edit.file) ?? [], edit]);
    return true;
  });
}
async function makeFixes(overlay, chosen, refused) {
  const before = overlay.edited();
  const together = await edited(overlay, chosen);
  if ("texts" in together) {
    overlay.replace(new Map([...before, ...together.texts]));
    return chosen;
  }
  const made = [];
  let texts = /* @__PURE__ */ new Map();
  for (const finding of chosen) {
    const result = await edited(overlay, [...made, finding]);
    if ("refused" in result) refused.set(finding.fingerprint, result.refused);
    else {
      made.push(finding);
      texts = result.texts;
    }
  }
  overlay.replace(new Map([...before, ...texts]));
  return made;
}
async function edited(files, findings) {
  const { doubtAbout } = await import("./verify-edits-UOIOHPLN.mjs");
  const edits = findings.flatMap(({ fix: fix2 }) => fix2?.edits ?? []);
  const texts = /* @__PURE__ */ new Map();
  for (const path of new Set(edits.map(({ file }) => file))) {
    const source = editableText(files, path);
    if ("refused" in source) return source;
    const own = offsetEdits(
      { path, text: source.text },
      edits.filter(({ file }) => file === path)
    );
    const after = applyEdits(source.text, own);
    const doubt = doubtAbout(source.text, after, own);
    if (doubt !== void 0) return { refused: doubt };
    texts.set(path, source.mark + after);
  }
  return { texts };
}
function stayedOf(mended, expected, actual) {
  const wanted = countFaults(expected);
  const found = countFaults(actual);
  return mended.filter((finding) => (found.get(faultOf(finding)) ?? 0) > (wanted.get(faultOf(finding)) ?? 0));
}
function countFaults(findings) {
  const counts = /* @__PURE__ */ new Map();
  for (const finding of findings) counts.set(faultOf(finding), (counts.get(faultOf(finding)) ?? 0) + 1);
  return counts;
}
function faultOf({ fingerprint }) {
  return fingerprint.replace(/-\d+$/, "");
}

// src/app/write-mended.ts
function originalTexts(files, edited2) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return new Map([...edited2.keys()].map((path) => [path, decoder.decode(files.read(path))]));
}
async function write(files, tried, originals, judge) {
  if (tried.texts.size === 0) return tried;
  writeAll(files, tried.texts, originals);
  const outcome = await judge(files);
  const stayed = stayedOf(tried.findings, tried.outcome.report.findings, outcome.report.findings);
  if (stayed.length === 0) return { ...tried, outcome };
  const filesOf = (finding) => finding.fix?.edits.map(({ file }) => file) ?? [];
  const unmended = new Set(stayed.flatMap(filesOf));
  for (const path of unmended) files.write(path, originals.get(path));
  const why = "The finding was still there after the file was written, so the file was put back as it was.";
  const again = await judge(files);
  return {
    texts: new Map([...tried.texts].filter(([path]) => !unmended.has(path))),
    outcome: again,
    findings: tried.findings.filter((finding) => !filesOf(finding).some((path) => unmended.has(path))),
    refused: new Map([
      ...tried.refused,
      ...again.report.findings.filter(({ file }) => unmended.has(file)).map(({ fingerprint }) => [fingerprint, why])
    ])
  };
}
function writeAll(files, texts, originals) {
  const written = [];
  try {
    for (const [path, text] of texts) {
      files.write(path, text);
      written.push(path);
    }
  } catch (thrown) {
    for (const path of written) files.write(path, originals.get(path));
    throw thrown;
  }
}

// src/app/fix.ts
async function fix(inputs, ports) {
  refuseStandardInput(inputs.paths);
  const start = ports.clock.monotonic();
  const judge = judgeWith(inputs, ports);
  const tried = await mend(ports.files, judge);
  const originals = originalTexts(ports.files, tried.texts);
  const { outcome, findings, texts, refused } = inputs.dryRun ? tried : await write(ports.files, tried, originals, judge);
  const fixes = {
    written: !inputs.dryRun,
    mended: findings.toSorted(compareFindings).map(({ rule, file, line }) => ({ rule, file, line })),
    left: outcome.report.findings.flatMap((finding) => leftFinding(finding, refused)),
    files: await diffs(originals, texts)
  };
  const durationMs = Math.round(ports.clock.monotonic() - start);
  const { report } = outcome;
  return { ...outcome, report: { ...report, fixes, stats: { ...report.stats, durationMs } } };
}
function judgeWith(inputs, ports) {
  return async (files, mended = []) => {
    const { findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, { ...ports, files });
    const edited2 = mended.filter(({ rendered }) => rendered);
    const isMended = ({ rendered, rule, file }) => edited2.some((other) => rendered?.root === other.rendered?.root && rule === other.rule && file === other.file);
    const left = findings.filter((finding) => !finding.rendered || !isMended(finding));
    const { failOn } = inputs;
    const report = buildReport({ command: "fix", findings: left, failures: bugs, gaps, stats: stats(), failOn });
    return { report, sourceLine };
  };
}
function refuseStandardInput(paths) {
  if (!paths.includes("-")) return;
  throw new InputError({
    problem: "Standard input cannot be mended.",
    evidence: 'One of the paths is "-".',
    remedy: "Name files or folders instead."
  });
}
function leftFinding({ rule, file, line, fix: own, suppressed, fingerprint }, refused) {
  const why = own?.refused ?? refused.get(fingerprint);
  return own?.safety === "safe" && !suppressed && why !== void 0 ? [{ rule, file, line, why }] : [];
}
async function diffs(originals, texts) {
  if (texts.size === 0) return [];
  const { unifiedDiff } = await import("./diff-IL6UQCXX.mjs");
  return [...texts].sort(([a], [b]) => compareText(a, b)).map(([file, text]) => ({ file, diff: unifiedDiff(file, originals.get(file), text) }));
}
export {
  fix
};
