import {
  defaultLimits
} from "./chunk-Y3UAJRPK.mjs";
import {
  byteOrderMark,
  isBlank,
  skipBlank
} from "./chunk-AQGYI52S.mjs";

// src/manifests/interests.ts
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "/client", "client-id"];
var words = [
  "aadpodid",
  "aadPodId",
  "(?:AZURE|ARM|AAD)_CLIENT",
  "client[-_]?[sS]ecret",
  "aadClientSecret",
  "AZURE_(?:TENANT|FEDERATED|AUTHORITY)",
  "azure-identity-token",
  "secrets/azure/",
  "secrets-store",
  "usePodIdentity",
  "azure-workload",
  "pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "serviceAccountToken",
  // Calls in pipelines, and templates of Azure, that make credentials or accounts.
  "federated-credential",
  "federatedIdentityCredentials",
  "\\bazwi ",
  "create (?:sa|serviceaccount) ",
  "pod-security\\.kubernetes\\.io",
  "kubernetes\\.azure\\.com/tls",
  "idwire"
];
var kinds = [
  "SecretProviderClass",
  "\\w*NetworkPolicy",
  "(?:Cluster)?Role(?:Binding)?",
  "Azure[A-Za-z]+",
  "FederatedIdentityCredential",
  "UserAssignedIdentity",
  "TriggerAuthentication",
  "ClusterTriggerAuthentication",
  "(?:Cluster)?SecretStore",
  "(?:Cluster)?Issuer",
  "ACRAccessToken",
  "(?:Git|OCI|Image)Repository",
  "HelmRelease",
  "Application(?:Set)?",
  "ManagedCluster",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join("|")})\\b`;
var deployers = ["kustomize\\.toolkit\\.fluxcd"];
var interesting = new RegExp([...keyPieces, ...words, ...deployers, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
var holdsPods = /containers/g;
var usesAccounts = /serviceAccount/g;
var declaresAccounts = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount\b/g;
function isInteresting(text) {
  return interesting.test(text);
}
var identityText = new RegExp([...keyPieces, ...words].join("|"));
function holdsIdentityText(text) {
  return identityText.test(text);
}
var identityWord = new RegExp(keyPieces.join("|"));
function holdsIdentityWord(text) {
  return identityWord.test(text);
}
var accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsUsed(text) {
  const names = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(accountUse)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
var accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
var accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsDeclared(text) {
  const names = /* @__PURE__ */ new Set();
  if (!accountKind.test(text)) return names;
  for (const match of text.matchAll(accountName)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
function readable(name) {
  return name === void 0 || /^[*&!|>{[]/.test(name) || name.includes("\\") ? "*" : name;
}

// src/manifests/yaml/decode-text.ts
import { Buffer, isAscii, isUtf8 } from "node:buffer";
var notText = new RegExp("[^\\P{Cc}\\t\\n\\v\\f\\r\\x85]|\\p{Surrogate}|\\p{Noncharacter_Code_Point}", "u");
function decodeText(bytes) {
  const marked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = utf16Order(marked);
  if (order) return decodeUtf16(marked, order);
  const buffer = startsWithUtf8Mark(marked) ? marked.subarray(3) : marked;
  if (buffer.includes(0)) return void 0;
  if (isAscii(buffer)) return buffer.toString("latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : void 0;
}
function startsWithUtf8Mark(buffer) {
  return buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191;
}
function utf16Order(buffer) {
  const [a, b, c, d] = buffer;
  if (a === 255 && b === 254) return "little";
  if (a === 254 && b === 255) return "big";
  if (a && b === 0 && c && d === 0) return "little";
  if (a === 0 && b && c === 0 && d) return "big";
  return void 0;
}
function decodeUtf16(buffer, order) {
  if (buffer.length % 2 !== 0) return void 0;
  const text = (order === "little" ? buffer : Buffer.from(buffer).swap16()).toString("utf16le");
  if (notText.test(text)) return void 0;
  return text.charCodeAt(0) === 65279 ? text.slice(1) : text;
}

// src/manifests/yaml/split-documents.ts
function splitDocuments(text, limit = defaultLimits.documents) {
  const spans = [];
  let start = 0;
  let opened = false;
  let opening = findMarker(text, "---", 0);
  let closing = findMarker(text, "...", 0);
  while (opening !== text.length || closing !== text.length) {
    const at = Math.min(opening, closing);
    const end = text.charCodeAt(at - 1) === byteOrderMark ? at - 1 : at;
    const content = opened ? start : skipBlank(text, start, end);
    const directives = !opened && content < end && at === opening && text[content] === "%";
    if (!directives) {
      if (content < end || opened) spans.push({ start, end });
      start = at + 3;
    }
    opened = at === opening;
    if (spans.length > limit) break;
    if (opened) opening = findMarker(text, "---", at + 3);
    else closing = findMarker(text, "...", at + 3);
  }
  if (opened || spans.length === 0 || skipBlank(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return { spans: spans.slice(0, limit), truncated: spans.length > limit };
}
function findMarker(text, marker, from) {
  let at = text.indexOf(marker, from);
  while (at !== -1 && !(isLineStart(text, at) && isSpaceOrEnd(text, at + 3))) at = text.indexOf(marker, at + 3);
  return at === -1 ? text.length : at;
}
function isLineStart(text, at) {
  const before = text.charCodeAt(at - 1);
  if (before === byteOrderMark) return isLineStart(text, at - 1);
  return at === 0 || before === 10 || before === 13;
}
function isSpaceOrEnd(text, at) {
  return at === text.length || isBlank(text.charCodeAt(at));
}

export {
  findInteresting,
  holdsPods,
  usesAccounts,
  declaresAccounts,
  isInteresting,
  holdsIdentityText,
  holdsIdentityWord,
  accountsUsed,
  accountsDeclared,
  decodeText,
  splitDocuments
};
