/** GUIDs in the byte order of .NET, as they stand in Entra-issued subjects. */

/**
 * base64url without padding over the GUID's bytes, the first three groups little-endian (`Guid.ToByteArray`).
 * The Azure DevOps application 499b84ac-1321-427f-aa17-267ca6975798 becomes `rISbSSETf0KqFyZ8ppdXmA`.
 */
export function littleEndianBase64Url(guid: string): string {
  const groups = guid.split('-').map((group) => Buffer.from(group, 'hex'));
  const bytes = groups.map((group, index) => (index < 3 ? group.reverse() : group));
  const joined = Buffer.concat(bytes);
  if (joined.length !== 16) throw new Error(`"${guid}" is not a GUID.`);
  return joined.toString('base64url');
}
