/** The primary and the secondary rate limit, counted per token. */

import type { Caller } from './access.ts';
import { Refusal } from './loopback/exchange.ts';
import { errorReply } from './refusals.ts';

/** Limits as GitHub publishes them for REST (docs: rate limits for the REST API). */
export interface RateLimitSettings {
  /** Requests an hour for `GITHUB_TOKEN` in one repository. */
  readonly jobPerHour: number;
  readonly personPerHour: number;
  readonly anonymousPerHour: number;
  /** Requests that create content, per minute and per hour: the secondary limit. */
  readonly contentPerMinute: number;
  readonly contentPerHour: number;
  /** Status of a refused request; GitHub uses both. */
  readonly status: 403 | 429;
}

export const publishedRateLimits: RateLimitSettings = {
  jobPerHour: 1_000,
  personPerHour: 5_000,
  anonymousPerHour: 60,
  contentPerMinute: 80,
  contentPerHour: 500,
  status: 403,
};

const minute = 60_000;
const hour = 60 * minute;

interface Usage {
  windowStart: number;
  used: number;
  content: number[];
}

export class RateLimits {
  /** May be replaced while the emulator runs. */
  settings: RateLimitSettings;
  readonly #now: () => number;
  readonly #usage = new Map<string, Usage>();

  constructor(settings: RateLimitSettings, now: () => number) {
    this.settings = settings;
    this.#now = now;
  }

  /** Counts a request, or refuses it. A refused request is not counted. */
  take(caller: Caller, createsContent: boolean): void {
    const usage = this.#usageOf(caller);
    if (usage.used >= this.#limitOf(caller)) {
      const who = caller.kind === 'job' ? 'installation ID 1' : `user ${caller.login}`;
      throw this.#refusal(`API rate limit exceeded for ${who}.`, this.headers(caller));
    }
    if (createsContent) this.#takeContent(caller, usage);
    usage.used += 1;
  }

  /** The `x-ratelimit-*` headers of a reply to this caller. */
  headers(caller: Caller): Record<string, string> {
    const usage = this.#usageOf(caller);
    const limit = this.#limitOf(caller);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - usage.used)),
      'x-ratelimit-used': String(usage.used),
      'x-ratelimit-reset': String(Math.ceil((usage.windowStart + hour) / 1000)),
      'x-ratelimit-resource': 'core',
    };
  }

  #takeContent(caller: Caller, usage: Usage): void {
    const now = this.#now();
    usage.content = usage.content.filter((at) => at > now - hour);
    const lastMinute = usage.content.filter((at) => at > now - minute);
    const overMinute = lastMinute.length >= this.settings.contentPerMinute;
    const overHour = usage.content.length >= this.settings.contentPerHour;
    if (overMinute || overHour) {
      const oldest = (overHour ? usage.content[0] : lastMinute[0]) ?? now;
      const seconds = Math.ceil((oldest + (overHour ? hour : minute) - now) / 1000);
      throw this.#refusal(secondaryMessage, { ...this.headers(caller), 'retry-after': String(seconds) });
    }
    usage.content.push(now);
  }

  #refusal(message: string, headers: Record<string, string>): Refusal {
    return new Refusal({ ...errorReply(this.settings.status, message), headers });
  }

  #limitOf(caller: Caller): number {
    if (caller.kind === 'job') return this.settings.jobPerHour;
    return caller.kind === 'person' ? this.settings.personPerHour : this.settings.anonymousPerHour;
  }

  #usageOf(caller: Caller): Usage {
    const now = this.#now();
    const known = this.#usage.get(caller.token);
    if (known !== undefined && now - known.windowStart < hour) return known;
    const usage: Usage = { windowStart: now, used: 0, content: known?.content ?? [] };
    this.#usage.set(caller.token, usage);
    return usage;
  }
}

export const secondaryMessage =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
