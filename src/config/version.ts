/** The version of Idwire, which the build writes in from `package.json`. */

declare const IDWIRE_VERSION: string | undefined;

/** A version as `1.2.3`; run from source it is `0.0.0-source`. */
export const version: string = typeof IDWIRE_VERSION === 'undefined' ? '0.0.0-source' : IDWIRE_VERSION;
