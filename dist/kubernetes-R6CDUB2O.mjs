import {
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/kubernetes.ts
async function openNamedClusters({ kubeconfig, kubeContext }, connection) {
  if (kubeconfig === void 0 && connection === void 0) {
    if (kubeContext === void 0) return void 0;
    throw new InputError({
      problem: "There is a kube-context and no kubeconfig.",
      evidence: kubeContext,
      remedy: "Name the file with kubeconfig."
    });
  }
  const { openClusters } = await import("./clusters-BAABWAWZ.mjs");
  if (kubeconfig === void 0) return openClusters({ kind: "text", text: connection ?? "", context: kubeContext });
  if (kubeconfig === "in-cluster") return openClusters({ kind: "in-cluster" });
  return openClusters({ kind: "file", path: kubeconfig, context: kubeContext });
}
export {
  openNamedClusters
};
