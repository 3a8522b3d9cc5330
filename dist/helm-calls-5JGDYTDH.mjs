import {
  chunk_7Y72GOEW_mjs_folderOf as folderOf,
  chunk_7Y72GOEW_mjs_joinPath as joinPath
} from "./check-CA0AB372.mjs";
import {
  callsOf,
  shellReading
} from "./chunk-37WHE2VR.mjs";
import {
  chunk_AWIFEEWH_mjs_readPlaceholders as readPlaceholders
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_literalOf as literalOf
} from "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/gitops/helm-calls.ts
function mayCallHelm(text) {
  return /\bhelm(?:\.exe)?[ \t]+(?:[^\n]{0,200}[ \t])?(?:upgrade|install|template)\b|\bkustomize[ \t]+build\b|\bkubectl[^\n]{0,200}[ \t](?:-k|--kustomize|kustomize)\b/.test(
    text
  );
}
function helmCallsOf(source, files) {
  if (!mayCallHelm(source.text)) return [];
  const reading = shellReading(source, readPlaceholders);
  const folders = startingFolders(source);
  const charts = callsOf(/\bhelm(?:\.exe)?[ \t](?=[^\n]{0,200}\b(?:upgrade|install|template)\b)/g, reading);
  const builds = callsOf(
    /\bkustomize[ \t]+build\b|\bkubectl[ \t](?=[^\n]{0,200}(?:-k|--kustomize|kustomize)\b)/g,
    reading
  );
  const built = builds.flatMap((call) => kustomizeRequest(call, folders, files) ?? []);
  const edits = callsOf(/\bkustomize[ \t]+edit[ \t]+set[ \t]/g, reading);
  return [
    ...charts.flatMap((call) => helmRequest(call, folders, files) ?? []),
    ...edits.length > 0 ? edited(built, edits) : built
  ];
}
var editable = { namespace: "namespace", nameprefix: "namePrefix", namesuffix: "nameSuffix" };
function edited(built, edits) {
  const changes = edits.flatMap((call) => {
    const [, , what, ...values] = argumentsOf(call).plain.map((word) => literalOf(word.text));
    const key = Object.entries(editable).find(([name]) => name === what)?.[1];
    return key ? [[key, values.at(-1)]] : [];
  });
  if (changes.length === 0) return built;
  const certain = new Set(built.map(({ folder }) => folder)).size === 1 && changes.every(([, value]) => value);
  return certain ? built.map((request) => ({ ...request, ...Object.fromEntries(changes) })) : [];
}
function startingFolders({ path, text }) {
  const named = [...text.matchAll(/\b(?:working-?directory\s*:|cd)[ \t]+["']?([\w./-]+)/gi)].map(
    (match) => resolvePath("", match[1].replace(/^\/+/, ""))
  );
  return [.../* @__PURE__ */ new Set(["", ...named.slice(0, 20), folderOf(path)])];
}
var valued = /^(?:-f|--values|-n|--namespace|--set|--set-string|--set-file|--set-json|--set-literal|--version|--repo|--timeout|--kube-context|--kubeconfig|--history-max|--description|--post-renderer|--post-renderer-args|--username|--password|--ca-file|--cert-file|--key-file|--kube-version|-a|--api-versions|-s|--show-only|--output-dir|--name-template|-o|--output|--keyring|--registry-config|--kube-token|--kube-apiserver|--kube-as-user|--labels|-l|--dry-run|-k|--kustomize|--context|--load-restrictor|--reorder|--enable-helm|--field-manager)$/;
function argumentsOf(call) {
  const plain = [];
  const options = [];
  const all = call.words.slice(1);
  const stop = all.findIndex((word) => literalOf(word.text) === "--");
  const words = stop === -1 ? all : all.slice(0, stop);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const [, name = "", joined] = /^(--?[A-Za-z][\w-]*)(=)?/.exec(word.text.pieces[0]) ?? [];
    if (name === "") plain.push(word);
    else if (joined) options.push([name, withoutStart(word, name.length + 1)]);
    else if (valued.test(name) && words[index + 1]) {
      index += 1;
      options.push([name, words[index]]);
    }
  }
  return { plain: stop === -1 ? plain : [...plain, ...all.slice(stop + 1)], options };
}
function withoutStart(word, length) {
  const [first = "", ...rest] = word.text.pieces;
  const text = { pieces: [first.slice(length), ...rest], symbols: word.text.symbols };
  return { ...word, text, loose: text };
}
function helmRequest(call, folders, files) {
  const { plain, options } = argumentsOf(call);
  const [verb, ...names] = plain.map((word) => literalOf(word.text));
  if (!verb || !/^(?:upgrade|install|template)$/.test(verb)) return void 0;
  const written = names.at(-1);
  const chart = written === void 0 ? void 0 : chartAt(written, folders, files);
  if (chart === void 0) return void 0;
  const given = (...keys) => options.flatMap(([name, value]) => keys.includes(name) ? [value] : []);
  const values = [];
  for (const value of given("-f", "--values")) {
    for (const path of literalOf(value.text)?.split(",") ?? [""]) {
      const file = folders.map((folder) => resolvePath(folder, path)).find((one) => files.kind(one) === "file");
      if (path === "" || file === void 0) return void 0;
      values.push(file);
    }
  }
  const sets = given("--set", "--set-string").flatMap(setValues);
  const [namespace] = given("-n", "--namespace").flatMap((value) => literalOf(value.text) ?? []);
  const release = names.length > 1 ? names[0] : void 0;
  return {
    kind: "helm",
    chart,
    values,
    namedBy: call.at,
    ...sets.length > 0 && { sets },
    ...namespace && { namespace },
    ...release && { release }
  };
}
function chartAt(written, folders, files) {
  if (/^[a-z]+:\/\//.test(written) || written.startsWith("/")) return void 0;
  return folders.map((folder) => resolvePath(folder, written)).find((folder) => ["Chart.yaml", "Chart.yml"].some((name) => files.kind(joinPath(folder, name)) === "file"));
}
function setValues({ text, at }) {
  const written = text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
  return written.split(/(?<!\\),/).flatMap((pair) => {
    const [, path, value] = /^((?:\\.|[^=\\])+)=(.*)$/s.exec(pair) ?? [];
    return path === void 0 || value === void 0 ? [] : [{ path, text: value.replace(/\\(,)/g, "$1"), at }];
  });
}
function kustomizeRequest(call, folders, files) {
  const { plain, options } = argumentsOf(call);
  const words = plain.map((word) => literalOf(word.text));
  const verb = words.findIndex((word) => word === "build" || word === "kustomize");
  const option = options.find(([name]) => name === "-k" || name === "--kustomize")?.[1];
  const written = option ? literalOf(option.text) : verb === -1 ? void 0 : words[verb + 1];
  if (written === void 0 || /^[a-z]+:\/\//.test(written)) return void 0;
  const folder = folders.map((from) => resolvePath(from, written)).find((path) => isKustomizeFolder(path, files));
  return folder === void 0 ? void 0 : { kind: "kustomize", folder, namedBy: call.at };
}
function isKustomizeFolder(folder, files) {
  return ["kustomization.yaml", "kustomization.yml", "Kustomization"].some(
    (name) => files.kind(joinPath(folder, name)) === "file"
  );
}
export {
  helmCallsOf,
  mayCallHelm
};
