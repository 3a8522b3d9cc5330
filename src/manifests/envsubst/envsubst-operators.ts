/** What the operators of `${…}` expressions make of a value, as Flux computes them. */

/** Operators that give their parameter when the value is empty or absent; Flux makes no difference between them. */
export function isDefault(operator: string): boolean {
  return operator === '=' || /^:[-=?+]$/.test(operator);
}

/** Applies an operator (fluxcd/pkg envsubst/funcs.go); undefined for what is not followed: bytes above ASCII, classes. */
export function applyOperator(operator: string, value: string, parameters: readonly string[]): string | undefined {
  const [first = '', second = ''] = parameters;
  if (isDefault(operator)) return value === '' ? parameters.join('') : value;
  if (/^[:#%l]/.test(operator) && /[^ -~]/.test(value)) return undefined;
  if (/^[#%]/.test(operator) && first.includes('[')) return undefined;
  switch (operator) {
    case 'length':
      return String(value.length);
    case ':':
      return substring(value, parameters);
    case ',':
      return value.slice(0, 1).toLowerCase() + value.slice(1);
    case ',,':
      return value.toLowerCase();
    case '^':
      return value.slice(0, 1).toUpperCase() + value.slice(1);
    case '^^':
      return value.toUpperCase();
    case '/':
      return value.replace(first, () => second);
    case '//':
      return value.replaceAll(first, () => second);
    case '/#':
      return parameters.length === 2 && value.startsWith(first) ? second + value.slice(first.length) : value;
    case '/%':
      return parameters.length === 2 && value.endsWith(first)
        ? value.slice(0, value.length - first.length) + second
        : value;
    case '#':
    case '##':
      return trimmed(value, first, operator.length === 2);
    case '%':
    case '%%':
      return reversed(trimmed(reversed(value), reversed(first), operator.length === 2));
    default:
      return value;
  }
}

function substring(value: string, [position = '', length]: readonly string[]): string {
  if (!isNumber(position) || (length !== undefined && !isNumber(length))) return value;
  const given = Number(position);
  const start = given < 0 ? Math.max(0, value.length + given) : given;
  if (length === undefined) return value.slice(start);
  const count = Number(length);
  const end = count < 0 ? value.length + count : start + count;
  return end < start ? '' : value.slice(start, end);
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+$/.test(text);
}

/** Without the shortest, or longest, beginning that a pattern of `*` and `?` matches. */
function trimmed(value: string, pattern: string, longest: boolean): string {
  const source = pattern.replace(/[^\w]/g, (sign) => {
    if (sign === '*') return `[^]*${longest ? '' : '?'}`;
    return sign === '?' ? '[^]' : `\\${sign}`;
  });
  return value.replace(new RegExp(`^${source}`), '');
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}
