// src/model/token-claims.ts
function claimsOf(token) {
  const [, payload = ""] = token.trim().split(".");
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? claims : void 0;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}
function textClaim(claims, name) {
  const value = claims[name];
  return typeof value === "string" && value !== "" ? value : void 0;
}

// src/model/github-subject.ts
var fixed = /* @__PURE__ */ new Set([
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "repository_visibility",
  "enterprise",
  "enterprise_id"
]);
function usualGithubIssuer(serverUrl) {
  const { host, hostname } = new URL(serverUrl);
  if (hostname === "github.com") return "https://token.actions.githubusercontent.com";
  if (hostname.endsWith(".ghe.com")) return `https://token.actions.${hostname}`;
  return `https://${host}/_services/token`;
}
function githubPrefixes({ owner, name, ownerId, id }) {
  return {
    name: `repo:${owner}/${name}`,
    immutable: ownerId && id ? `repo:${owner}@${ownerId}/${name}@${id}` : void 0
  };
}
function formOfPrefix(prefix) {
  return /^repo:[^/@]+@\d+\/[^/@]+@\d+$/.test(prefix) ? "immutable" : "name";
}
function githubSubjectsOf(claims) {
  const issuer = textClaim(claims, "iss");
  const subject = textClaim(claims, "sub");
  const [owner, name, more] = textClaim(claims, "repository")?.split("/") ?? [];
  if (!issuer || !subject || !owner || !name || more !== void 0) return void 0;
  const prefixes = githubPrefixes({
    owner,
    name,
    ownerId: textClaim(claims, "repository_owner_id"),
    id: textClaim(claims, "repository_id")
  });
  const texts = Object.keys(claims).flatMap((key) => {
    const value = textClaim(claims, key);
    return value === void 0 ? [] : [[key, value]];
  });
  const parts = [
    ...Object.values(prefixes).flatMap((text) => text ? [{ key: "repo", text }] : []),
    ...contextsOf(claims).map((text) => ({ key: "context", text })),
    ...texts.map(([key, value]) => ({ key, text: `${key}:${escaped(value)}` }))
  ];
  const found = partsOf(subject, parts);
  if (!found) return void 0;
  const immutable = found.some(({ text }) => text === prefixes.immutable) ? prefixes.immutable : void 0;
  const keys = found.map(({ key }) => key);
  return {
    issuer,
    prefix: immutable ?? prefixes.name,
    form: immutable ? "immutable" : "name",
    otherPrefix: immutable ? prefixes.name : prefixes.immutable,
    template: isDefault(keys) ? void 0 : keys,
    fixedClaims: new Map(texts.filter(([key]) => fixed.has(key) || key.startsWith("repo_property_")))
  };
}
function isDefault(keys) {
  return keys.length === 2 && keys[0] === "repo" && keys[1] === "context";
}
function contextsOf(claims) {
  const environment = textClaim(claims, "environment");
  const ref = textClaim(claims, "ref");
  return [
    ...environment === void 0 ? [] : [`environment:${escaped(environment)}`],
    "pull_request",
    ...ref === void 0 ? [] : [`ref:${escaped(ref)}`]
  ];
}
function partsOf(subject, parts) {
  for (const part of parts) {
    if (subject === part.text) return [part];
    if (!subject.startsWith(`${part.text}:`)) continue;
    const others = parts.filter(({ key }) => key !== part.key);
    const rest = partsOf(subject.slice(part.text.length + 1), others);
    if (rest) return [part, ...rest];
  }
  return void 0;
}
function githubSubject(subjects, part, prefix = subjects.prefix) {
  const context = contextOf(part);
  if (!subjects.template) return { subject: `${prefix}:${context}` };
  const values = [];
  for (const key of subjects.template) {
    const value = key === "repo" ? prefix : key === "context" ? context : claimPart(subjects, key, context);
    if (value === void 0) return { unknownKey: key };
    values.push(value);
  }
  return { subject: values.join(":") };
}
function contextOf(part) {
  const [, tag] = /^tag:(.+)$/s.exec(part) ?? [];
  if (tag !== void 0) return `ref:${escaped(`refs/tags/${tag}`)}`;
  const [, key, value] = /^(environment|ref):(.+)$/s.exec(part) ?? [];
  return key === void 0 || value === void 0 ? part : `${key}:${escaped(value)}`;
}
function claimPart({ fixedClaims }, key, context) {
  if (context.startsWith(`${key}:`)) return context;
  const value = fixedClaims.get(key);
  return value === void 0 ? void 0 : `${key}:${escaped(value)}`;
}
function escaped(value) {
  return value.replaceAll(":", "%3A");
}

export {
  claimsOf,
  usualGithubIssuer,
  githubPrefixes,
  formOfPrefix,
  githubSubjectsOf,
  githubSubject,
  contextOf
};
