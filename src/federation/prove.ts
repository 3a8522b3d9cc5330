/** Offers real tokens to Entra, one for each wire, and keeps nothing of them but what they say about themselves. */
import { IdwireError, InputError } from '../model/errors.ts';
import type { LiveWire, Proof, TokenClaims } from '../model/live.ts';
import type { Gap } from '../model/report.ts';
import type { Cluster } from '../ports/cluster.ts';
import type { TokenExchange } from '../ports/token-exchange.ts';
import { inParallel } from './observe.ts';

export interface ProveRequest {
  readonly wires: readonly LiveWire[];
  /** The clusters that can be asked for tokens, by name. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** The token of the running job, when there is one. */
  readonly pipelineToken: string | undefined;
  readonly exchange: TokenExchange;
  /** The tenant of wires that neither an annotation nor an identity tells one of. */
  readonly tenant: string | undefined;
}

export interface Proved {
  readonly proofs: readonly Proof[];
  readonly gaps: readonly Gap[];
}

/** Every wire is tried, a bounded number at once. What cannot be tried is a gap. */
export async function proveWires(request: ProveRequest): Promise<Proved> {
  const gaps: Gap[] = [];
  const proofs = await inParallel(request.wires, async (wire) => {
    try {
      return await proveWire(request, wire);
    } catch (thrown) {
      if (!(thrown instanceof IdwireError)) throw thrown;
      const why = [thrown.problem, thrown.evidence].filter(Boolean).join(' ');
      gaps.push({ what: `the proof for ${describe(wire)}`, why, remedy: thrown.remedy });
      return undefined;
    }
  });
  const untried = request.wires.filter(({ cluster }) => cluster !== undefined && !request.clusters.has(cluster.name));
  const names = [...new Set(untried.map(({ cluster }) => cluster?.name ?? ''))].sort();
  return {
    proofs: proofs.filter((proof) => proof !== undefined),
    gaps: [...gaps, ...names.map(notReached)],
  };
}

async function proveWire(request: ProveRequest, wire: LiveWire): Promise<Proof | undefined> {
  const assertion = await tokenOf(request, wire);
  const claims = assertion === undefined ? undefined : claimsIn(assertion, wire.audience);
  const tenantId = wire.account?.tenantId?.string ?? wire.target?.identity.tenantId ?? request.tenant;
  if (assertion === undefined || !claims) return undefined;
  // The job's token proves the wires that it is about, and says nothing about others.
  if (!wire.cluster && (claims.issuer !== wire.issuer || claims.subject !== wire.subject)) return undefined;
  if (!tenantId) throw withoutTenant(wire);
  const outcome = await request.exchange.exchange({ tenantId, clientId: wire.clientId, assertion });
  return {
    at: wire.at,
    who: describe(wire),
    clientId: wire.clientId,
    claims,
    outcome,
    recorded: wire.target?.credentials,
  };
}

async function tokenOf({ clusters, pipelineToken }: ProveRequest, wire: LiveWire): Promise<string | undefined> {
  if (!wire.cluster) return pipelineToken;
  const [, namespace = '', name = ''] = /^system:serviceaccount:([^:]+):(.+)$/.exec(wire.subject) ?? [];
  return clusters.get(wire.cluster.name)?.token({ namespace, name }, wire.audience);
}

/** What a token says of itself, unverified: it is Entra that verifies. Undefined for what is no JSON Web Token. */
export function claimsIn(token: string, audience: string): TokenClaims | undefined {
  const [, payload = ''] = token.trim().split('.');
  try {
    const { iss, sub, aud } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    if (typeof iss !== 'string' || typeof sub !== 'string') return undefined;
    const audiences = [aud].flat().filter((one) => typeof one === 'string');
    return { issuer: iss, subject: sub, audience: audiences.includes(audience) ? audience : audiences.join(', ') };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function describe({ subject, cluster }: LiveWire): string {
  return cluster ? `${subject} of cluster ${cluster.name}` : subject;
}

function withoutTenant({ clientId }: LiveWire): InputError {
  return new InputError({
    problem: `The tenant of ${clientId} is not known.`,
    evidence: '',
    remedy: 'Give tenant-id, or write tenant into idwire.yaml.',
  });
}

function notReached(name: string): Gap {
  return {
    what: `the proofs for cluster ${name}`,
    why: 'there is no way to the cluster, so no token of its accounts can be made',
    remedy: 'Give a kubeconfig with a context for it.',
  };
}
