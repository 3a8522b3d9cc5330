/** SARIF uploads to code scanning, with the documented limits. */

import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Need } from '../access.ts';
import { type GitHubRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import { JsonObject, Refusal, type Reply } from '../loopback/exchange.ts';
import type { SarifUpload } from '../model/sarif-upload.ts';
import { errorReply, invalidRequest, notFound } from '../refusals.ts';

/** Documented in "SARIF results exceed one or more limits". Bytes are of the compressed file. */
const limits = { bytes: 10 * 1024 * 1024, runs: 20, resultsPerRun: 25_000, locations: 1_000, tagsPerRule: 20 };

const write: readonly Need[] = [['security-events', 'write']];

export const codeScanningRoutes: readonly GitHubRoute[] = [
  repositoryRoute('POST', '/code-scanning/sarifs', write, upload),
  repositoryRoute('GET', '/code-scanning/sarifs/{sarif}', [['security-events', 'read']], status),
];

/** The upload itself is accepted; whether the log was, the status tells later. */
function upload({ repository, body, state }: RepositoryCall): Reply {
  if (!repository.codeScanning) {
    throw new Refusal(errorReply(403, 'Code Security must be enabled for this repository to use code scanning.'));
  }
  const [commit, ref, packed] = [body.text('commit_sha'), body.text('ref'), body.text('sarif')];
  if (commit === undefined || ref === undefined || packed === undefined) {
    throw invalidRequest('"commit_sha", "ref", "sarif" weren\'t supplied.');
  }
  if (!/^[0-9a-f]{40}$/.test(commit)) throw invalidRequest(`${commit} does not match /^[0-9a-fA-F]+$/.`);
  if (!/^refs\/(heads|tags|pull)\/.+$/.test(ref)) throw invalidRequest(`${ref} is not a full ref name.`);
  if (!repository.git.commits.has(commit)) throw notFound('commit not found');
  const sarif = unpack(packed);
  const errors = problems(sarif);
  const id = randomUUID();
  repository.sarifUploads.push({ id, commit, ref, sarif, status: errors.length === 0 ? 'complete' : 'failed', errors });
  return { status: 202, body: { id, url: `${state.url}/repos/${repository.fullName}/code-scanning/sarifs/${id}` } };
}

function status({ repository, parameters, state }: RepositoryCall): Reply {
  const found: SarifUpload | undefined = repository.sarifUploads.find(({ id }) => id === parameters.sarif);
  if (found === undefined) throw notFound();
  const analyses = `${state.url}/repos/${repository.fullName}/code-scanning/analyses?sarif_id=${found.id}`;
  const errors = found.errors.length === 0 ? null : found.errors;
  return { status: 200, body: { processing_status: found.status, analyses_url: analyses, errors } };
}

function unpack(packed: string): unknown {
  const compressed = Buffer.from(packed, 'base64');
  if (compressed.length > limits.bytes) throw new Refusal(errorReply(413, 'Payload Too Large'));
  try {
    return JSON.parse(gunzipSync(compressed).toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(errorReply(400, `Unable to read the SARIF: it must be gzip in base64. ${reason}`));
  }
}

function problems(sarif: unknown): string[] {
  const log = new JsonObject(sarif);
  const runs = log.objects('runs');
  if (log.text('version') !== '2.1.0' || runs === undefined) return ['The file is not a SARIF 2.1.0 log.'];
  const found: string[] = [];
  if (runs.length > limits.runs) found.push(`The log has ${runs.length} runs; ${limits.runs} are allowed.`);
  for (const run of runs) {
    const driver = run.object('tool').object('driver');
    if (driver.text('name') === undefined) found.push('A run has no tool.driver.name.');
    const results = run.objects('results') ?? [];
    if (results.length > limits.resultsPerRun) {
      found.push(`A run has ${results.length} results; ${limits.resultsPerRun} are allowed.`);
    }
    found.push(...results.flatMap(resultProblems));
    const rules = driver.objects('rules') ?? [];
    const tagged = rules.filter((rule) => (rule.object('properties').texts('tags') ?? []).length > limits.tagsPerRule);
    found.push(...tagged.map((rule) => `Rule ${rule.text('id')} has more than ${limits.tagsPerRule} tags.`));
  }
  return found;
}

/** Code scanning shows a result at its first location and refuses one without. */
function resultProblems(result: JsonObject): string[] {
  const locations = result.objects('locations') ?? [];
  if (locations.length > limits.locations) return [`A result has more than ${limits.locations} locations.`];
  const uri = locations[0]?.object('physicalLocation').object('artifactLocation').text('uri');
  return uri === undefined ? ['locationFromSarifResult: expected at least one location'] : [];
}
