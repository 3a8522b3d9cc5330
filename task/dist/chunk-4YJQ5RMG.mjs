import {
  fieldsOf
} from "./chunk-RXEBXKJK.mjs";

// src/manifests/kustomizations.ts
function isKustomizationPath(path) {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}
var takenFields = [["resources"], ["bases"], ["components"]];
var patchFields = [
  ["patchesStrategicMerge"],
  ["patches", "path"],
  ["patchesJson6902", "path"],
  ["transformers"],
  ["generators"]
];
var inputFields = [
  ["configurations"],
  ["crds"],
  ["validators"],
  ["replacements", "path"],
  ["openapi", "path"],
  ...["configMapGenerator", "secretGenerator"].flatMap((name) => [
    [name, "files"],
    [name, "envs"],
    [name, "env"]
  ])
];
var pluginFields = ["helmCharts", "helmChartInflationGenerator"];
function readKustomization(manifest) {
  const root = fieldsOf(manifest);
  const path = manifest.source.path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const taken = pathsAt(root, takenFields);
  const patched = pathsAt(root, patchFields);
  const read = pathsAt(root, inputFields);
  const isRemote = (field) => isRemotePath(fileOf(field.text));
  const local = (fields) => fields.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, fileOf(field.text)));
  return {
    manifest,
    folder,
    component: manifest.kind === "Component",
    resources: local(taken),
    patches: local(patched),
    inputs: local(read),
    taken: [...taken, ...patched, ...read].flatMap((field) => {
      const [resolved] = local([field]);
      return resolved === void 0 ? [] : [{ path: resolved, field }];
    }),
    remote: [...taken, ...patched, ...read].filter(isRemote),
    plugins: pluginFields.map((name) => root.get(name)).find((field) => field?.items().length),
    namespace: root.get("namespace")?.text
  };
}
function pathsAt(root, fields) {
  const below = (field, [step, ...rest]) => {
    if (!field) return [];
    if (field.node.type === "sequence")
      return field.items().flatMap((item) => below(item, step ? [step, ...rest] : []));
    return step === void 0 ? [field] : below(field.get(step), rest);
  };
  return fields.flatMap((path) => below(root, path)).filter((field) => field.text && !field.text.includes("\n"));
}
function fileOf(text) {
  return /^[\w.-]+=/.test(text) ? text.slice(text.indexOf("=") + 1) : text;
}
function isRemotePath(path) {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.(?:com|org)[/:]|git::)|\?ref=/i.test(
    path
  );
}
function resolvePath(folder, path) {
  if (path.startsWith("/")) return path;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

export {
  isKustomizationPath,
  readKustomization,
  resolvePath
};
