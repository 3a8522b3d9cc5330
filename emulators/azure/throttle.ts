/** Refuses requests beyond a rate, with token buckets per tenant, subscription, resource and principal. */

/** Kinds of requests that Azure limits separately. */
export type RateClass = 'write' | 'delete' | 'get' | 'list';

/** Refill per second, and how many requests may come at once; `burst` defaults to the rate, at least 1. */
export interface Rate {
  perSecond: number;
  burst?: number;
}

/** Limits of one class; an absent scope has no limit. */
export interface ClassLimits {
  tenant?: Rate;
  subscription?: Rate;
  resource?: Rate;
  /** Azure Resource Manager's own bucket for one principal in one subscription. */
  principal?: Rate;
}

export type Limits = Readonly<Record<RateClass, ClassLimits>>;

/**
 * Published limits. Tenant, subscription and resource: "Important considerations and restrictions for federated
 * identity credentials" (Microsoft Entra), stated for identities and applied here to their credentials too.
 * Principal: "Understand how Azure Resource Manager throttles requests" (buckets of 200 refilled by 10 for writes
 * and for deletes, 250 refilled by 25 for reads).
 */
export const publishedLimits: Limits = {
  write: {
    tenant: { perSecond: 10 },
    subscription: { perSecond: 2 },
    resource: { perSecond: 0.25 },
    principal: { perSecond: 10, burst: 200 },
  },
  delete: {
    tenant: { perSecond: 10 },
    subscription: { perSecond: 2 },
    resource: { perSecond: 0.25 },
    principal: { perSecond: 10, burst: 200 },
  },
  get: {
    tenant: { perSecond: 30 },
    subscription: { perSecond: 10 },
    resource: { perSecond: 0.5 },
    principal: { perSecond: 25, burst: 250 },
  },
  list: {
    tenant: { perSecond: 15 },
    subscription: { perSecond: 5 },
    resource: { perSecond: 0.25 },
    principal: { perSecond: 25, burst: 250 },
  },
};

/** Keys of the scopes that one request counts against. */
export type RateScopes = Partial<Record<keyof ClassLimits, string>>;

/** What an empty bucket answers. */
export interface Refusal {
  scope: keyof ClassLimits;
  /** Whole seconds until a request has a chance, at least 1. */
  retryAfter: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** The buckets; a request that one bucket refuses takes nothing from the others. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>();

  /** Null when the request may pass. */
  admit(limits: Limits, rateClass: RateClass, scopes: RateScopes): Refusal | null {
    const asked = Object.entries(scopes).flatMap(([scope, key]) => {
      const rate = limits[rateClass][scope as keyof ClassLimits];
      if (!rate) return [];
      return [{ scope: scope as keyof ClassLimits, rate, bucket: this.#bucket(`${rateClass}|${scope}|${key}`, rate) }];
    });
    const waits = asked.map(({ scope, rate, bucket }) => ({ scope, seconds: (1 - bucket.tokens) / rate.perSecond }));
    const longest = waits.reduce((most, wait) => (wait.seconds > most.seconds ? wait : most), {
      scope: 'tenant' as keyof ClassLimits,
      seconds: 0,
    });
    // A bucket refilled to 0.9999… by the clock's rounding counts as full.
    if (longest.seconds > 1e-6) return { scope: longest.scope, retryAfter: Math.max(1, Math.ceil(longest.seconds)) };
    for (const { bucket } of asked) bucket.tokens -= 1;
    return null;
  }

  #bucket(key: string, rate: Rate): Bucket {
    const capacity = rate.burst ?? Math.max(1, rate.perSecond);
    const now = performance.now() / 1000;
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at: now };
    bucket.tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) * rate.perSecond);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
