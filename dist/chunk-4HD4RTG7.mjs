import {
  reconcile
} from "./chunk-J2GT4XCC.mjs";

// src/hosts/remarks.ts
const { createHash } = process.getBuiltinModule("node:crypto");
var mostRemarks = 20;
function scopeOf(parts) {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 12);
}
async function keepRemarks(host, { scope, wanted, stands, settledText }) {
  const marked = wanted.map((remark) => ({ ...remark, text: markedText(scope, remark.id, "open", remark.text) }));
  const settle = (remark) => host.change(remark, { text: markedText(scope, remark.id, "settled", settledText(remark.id)), settled: true });
  const { newest, older } = byAge(await host.remarks());
  const { missing, both, extra } = reconcile(marked, newest, idOf, idOf);
  const lost = both.filter(({ present }) => present.outdated);
  for (const { wanted: remark, present } of both) {
    if (present.outdated || sameText(present.text, remark.text)) continue;
    await host.change(present, { text: remark.text, settled: false });
  }
  const refused = await host.post([...missing, ...lost.map((pair) => pair.wanted)]);
  const stale = [...older, ...lost.map((pair) => pair.present), ...extra.filter(({ id }) => !stands(id))];
  for (const remark of stale) if (!remark.settled) await settle(remark);
  return refused.length;
}
function byAge(present) {
  const newest = new Map(present.map((remark) => [remark.id, remark]));
  return { newest: [...newest.values()], older: present.filter((remark) => newest.get(remark.id) !== remark) };
}
var idOf = ({ id }) => id;
function sameText(a, b) {
  const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(a) === plain(b);
}
function markedText(scope, id, state, text) {
  return `<!-- idwire ${scope} ${id} ${state} -->
${text}`;
}
function readMark(scope, text) {
  const [, of, id, state] = /^<!-- idwire ([0-9a-f]{12}) ([\w-]{1,64}) (open|settled) -->/.exec(text) ?? [];
  return of === scope && id !== void 0 ? { id, settled: state === "settled" } : void 0;
}

export {
  mostRemarks,
  scopeOf,
  keepRemarks,
  readMark
};
