import {
  chunk_P3PXVN6G_mjs_SignInError as SignInError
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/choose-sign-in.ts
function chooseSignIn(surroundings) {
  const { azureAuth } = surroundings.inputs;
  if (azureAuth === "none") throw noWay("azure-auth is none.", "Choose another value, or run check.");
  const lacking = [];
  for (const way of ways[azureAuth]) {
    const attempt = way(surroundings);
    if (typeof attempt !== "string") return attempt;
    lacking.push(`${attempt}.`);
  }
  throw noWay(
    lacking.join("\n"),
    "Give client-id and tenant-id and let the job have an OIDC token (`permissions: id-token: write`), or run `az login`."
  );
}
var ways = {
  auto: [azurePipelines, github, environmentWay, cli],
  oidc: [azurePipelines, github],
  environment: [environmentWay],
  cli: [cli]
};
function noWay(evidence, remedy) {
  return new SignInError({ problem: "There is no way to sign in to Azure here.", evidence, remedy });
}
function clientOf({ inputs, environment }) {
  return inputs.clientId ?? (environment.AZURE_CLIENT_ID || void 0);
}
function tenantOf({ inputs, environment, tenant }) {
  return inputs.tenantId ?? tenant ?? (environment.AZURE_TENANT_ID || void 0);
}
function missing(parts) {
  const names = Object.entries(parts).flatMap(([name, value]) => value ? [] : [name]);
  return names.length === 0 ? void 0 : names.join(" and ");
}
function azurePipelines({ connection, environment }) {
  const tenantId = connection?.tenantId ?? environment.AZURESUBSCRIPTION_TENANT_ID;
  const clientId = connection?.clientId ?? environment.AZURESUBSCRIPTION_CLIENT_ID;
  if (connection?.secret && tenantId && clientId) {
    return { method: "client-secret", tenantId, clientId, secret: connection.secret };
  }
  const serviceConnection = connection?.id ?? environment.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID;
  const accessToken = connection?.accessToken ?? environment.SYSTEM_ACCESSTOKEN;
  if (!environment.SYSTEM_OIDCREQUESTURI)
    return "Azure Pipelines: this is no job of it (SYSTEM_OIDCREQUESTURI is not set)";
  if (!serviceConnection) return "Azure Pipelines: no service connection is given (azureSubscription)";
  if (!tenantId || !clientId || !accessToken) {
    return `Azure Pipelines: the service connection lacks ${missing({ tenant: tenantId, "client id": clientId, "access token (SYSTEM_ACCESSTOKEN)": accessToken })}`;
  }
  return { method: "azure-pipelines", tenantId, clientId, serviceConnection, accessToken };
}
function github(surroundings) {
  const [tenantId, clientId] = [tenantOf(surroundings), clientOf(surroundings)];
  if (!surroundings.environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
    return "GitHub OIDC: the job may not have a token (ACTIONS_ID_TOKEN_REQUEST_URL is not set)";
  }
  if (!tenantId || !clientId)
    return `GitHub OIDC: no ${missing({ "client-id": clientId, "tenant-id": tenantId })} is given`;
  return { method: "github", tenantId, clientId, idToken: surroundings.idToken };
}
function environmentWay(surroundings) {
  const { environment } = surroundings;
  const [tenantId, clientId] = [tenantOf(surroundings), clientOf(surroundings)];
  const file = environment.AZURE_FEDERATED_TOKEN_FILE;
  const secret = environment.AZURE_CLIENT_SECRET;
  const path = environment.AZURE_CLIENT_CERTIFICATE_PATH;
  if (!file && !secret && !path) {
    return "Environment: neither AZURE_FEDERATED_TOKEN_FILE nor AZURE_CLIENT_SECRET nor AZURE_CLIENT_CERTIFICATE_PATH is set";
  }
  if (!tenantId || !clientId) {
    return `Environment: no ${missing({ "client id (AZURE_CLIENT_ID)": clientId, "tenant (AZURE_TENANT_ID)": tenantId })} is given`;
  }
  if (file) return { method: "federated-token-file", tenantId, clientId, file };
  if (secret) return { method: "client-secret", tenantId, clientId, secret };
  return { method: "client-certificate", tenantId, clientId, path: path ?? "" };
}
function cli({ inputs, tenant, hasAzureCli }) {
  if (!hasAzureCli()) return "Azure CLI: az is not on PATH";
  return { method: "cli", tenantId: inputs.tenantId ?? tenant };
}
export {
  chooseSignIn
};
