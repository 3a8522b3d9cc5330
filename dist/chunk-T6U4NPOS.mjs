import {
  documentsOf,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import {
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_fieldsOf as fieldsOf,
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";

// src/manifests/envsubst/exempt-object.ts
var key = "kustomize.toolkit.fluxcd.io/substitute";
function isExempt(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  return [metadata?.get("labels", key), metadata?.get("annotations", key)].some((field) => field?.text === "disabled");
}
function saysExempt(document) {
  return /^[ \t]+["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?:[ \t]*["']?disabled\b/m.test(document);
}

// src/manifests/render/kustomize-patches.ts
function patchesOf({ manifest, folder }, files) {
  const root = fieldsOf(manifest);
  const strategic = (root.get("patchesStrategicMerge")?.items() ?? []).flatMap(
    (item) => documentsIn(item, folder, files).map((document) => readPatch(document, void 0))
  );
  const targeted = ["patches", "patchesJson6902"].flatMap(
    (key2) => (root.get(key2)?.items() ?? []).flatMap((entry) => {
      const text = entry.get("patch") ?? entry.get("path");
      return text ? documentsIn(text, folder, files).map((document) => readPatch(document, entry.get("target"))) : [];
    })
  );
  return [...strategic, ...targeted];
}
function documentsIn(field, folder, files) {
  if (field.node.type !== "scalar") return [];
  if (!field.node.text.includes("\n")) return files.documents(resolvePath(folder, field.node.text));
  return inlineDocuments(field);
}
function inlineDocuments(field) {
  const { node, manifest } = field;
  if (node.type !== "scalar" || node.style !== "literal" && node.style !== "folded") return [];
  const { source } = manifest;
  const start = source.text.indexOf("\n", node.start) + 1;
  const text = source.text.slice(start, node.end);
  if (/^[ ]*---/m.test(text)) return documentsOf({ path: source.path, text: `${" ".repeat(start)}${text}` });
  const { root } = parseDocument(source, start, node.end);
  if (!root || root.type === "scalar") return [];
  if (root.type === "map") return [{ source, root, apiVersion: "", kind: textAt(root, "kind"), start, end: node.end }];
  const key2 = { type: "scalar", value: listKey, text: listKey, style: "plain", start, end: start };
  const held = { type: "map", entries: [{ key: key2, value: root }], flow: false, start, end: node.end };
  return [{ source, root: held, apiVersion: "", kind: "", start, end: node.end }];
}
function textAt(root, key2) {
  const value = root.entries.find((entry) => entry.key.text === key2)?.value;
  return value?.type === "scalar" ? value.text : "";
}
function readPatch(document, target) {
  const root = fieldsOf(document);
  const list = root.get(listKey);
  const name = target ? target.get("name")?.text : root.get("metadata", "name")?.text;
  const namespace = target ? target.get("namespace")?.text : root.get("metadata", "namespace")?.text;
  const kind = target ? target.get("kind")?.text : document.kind;
  return {
    part: list ? void 0 : document,
    operations: (list?.items() ?? []).flatMap(readOperation),
    applies: (ofKind, rendered, own) => (!kind || fits(kind, ofKind)) && (!name || nameFits(name, rendered)) && (!namespace || own === void 0 || fits(namespace, own)),
    isNamed: (wanted) => !name || fits(name, wanted)
  };
}
function readOperation(item) {
  const pathField = item.get("path");
  if (!pathField?.text) return [];
  const steps = pathField.text.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return [{ steps, pathField, value: item.get("value") }];
}
function fits(pattern, text) {
  return pattern === text || wholeMatch(pattern, text);
}
function nameFits(pattern, rendered) {
  return rendered.includes(pattern) || wholeMatch(pattern, rendered) || wholeMatch(`.*${pattern}.*`, rendered);
}
function wholeMatch(pattern, text) {
  if (pattern.length > 200 || !/^[\w.*|()$^-]*$/.test(pattern) || /[*)]\)*[*]/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}

export {
  isExempt,
  saysExempt,
  patchesOf,
  nameFits
};
