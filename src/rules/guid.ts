/** Tells why a text is not a GUID, in words a person recognises, and the GUID that was meant when it is plain. */

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface NotGuid {
  /** Completes the sentence "the client id is …". */
  readonly description: string;
  /** The GUID inside a text that only dresses it up. */
  readonly guid?: string;
}

/** Undefined when the text is a GUID other than the empty one. */
export function describeNotGuid(text: string): NotGuid | undefined {
  if (/^0[0-]*$/.test(text)) return { description: 'only zeros' };
  if (guid.test(text)) return undefined;
  const inner = text
    .trim()
    .replace(/^[{("']+|[})"']+$/g, '')
    .trim();
  if (guid.test(inner)) return { description: 'a GUID with more around it', guid: inner };
  if (/^\/?subscriptions\//i.test(text)) return { description: 'a resource id' };
  if (/^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i.test(text)) {
    return { description: 'shaped like a GUID but with letters that none has' };
  }
  if (isLeftover(text)) {
    return { description: 'a leftover that nobody filled in' };
  }
  return { description: 'not a GUID' };
}

/** Words that people write where a value is still to come. */
export function isLeftover(text: string): boolean {
  return /^(?:TB[AD]|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i.test(text);
}
