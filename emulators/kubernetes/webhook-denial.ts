/** Refusals of an admission webhook, and the number format that its Go code reads. */

/** A refusal of the webhook; the API server answers it as 400 with a prefix of its own. */
export class WebhookDenial extends Error {}

/** Reads a whole number as Go's `strconv.ParseInt(text, 10, bits)` does, with its error texts. */
export function parseGoInteger(text: string, bits: 32 | 64): number {
  if (!/^[+-]?\d+$/.test(text))
    throw new WebhookDenial(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  const value = BigInt(text.replace(/^\+/, ''));
  if (value !== BigInt.asIntN(bits, value)) {
    throw new WebhookDenial(`strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`);
  }
  return Number(value);
}
