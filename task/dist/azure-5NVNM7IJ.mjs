import "./check-3087CA8D.mjs";

// src/entry/azure.ts
async function signInToAzure({ inputs, environment, log, connection }, cloud, tenant) {
  const { chooseSignIn } = await import("./choose-sign-in-C6ZOLFYO.mjs");
  const { signInNames } = await import("./sign-in-NDYVJI5B.mjs");
  const { openSession } = await import("./session-CEX52QQS.mjs");
  const { findProgram } = await import("./find-program-OSXT5JSV.mjs");
  const signIn = chooseSignIn({
    inputs,
    environment,
    tenant,
    connection,
    // The runner masks the token as it hands it out.
    idToken: async () => (await import("./id-token-AO4FLT5W.mjs")).idToken(cloud.audience),
    hasAzureCli: () => findProgram("az", environment, process.cwd()) !== void 0
  });
  const who = "clientId" in signIn ? ` as ${signIn.clientId}` : "";
  log.notice(`Signing in to Azure (${cloud.name}) with ${signInNames[signIn.method]}${who}.`);
  return openSession(signIn, cloud);
}
export {
  signInToAzure
};
