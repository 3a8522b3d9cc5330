/** A picture of the wires at fault, as a Mermaid flow chart that GitHub and Azure DevOps draw. */
import type { Severity } from '../model/finding.ts';
import type { Wire, WireEnd } from '../model/wire.ts';
import { cut } from './annotation.ts';
import { visible } from './escape.ts';
import { quantity } from './headline.ts';

/** More do not make a picture; a text of more than 50,000 characters is not drawn at all (mermaid, maxTextSize). */
const mostWires = 12;
const longestName = 80;

/** Fill and border for each severity, readable on light and dark pages. */
const styles: Readonly<Record<Severity, string>> = {
  error: 'fill:#ffd7d5,stroke:#cf222e,color:#1f2328',
  warning: 'fill:#fff1c2,stroke:#9a6700,color:#1f2328',
  note: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
};

const links = [
  { end: 'pods', letter: 'p', title: 'Pods' },
  { end: 'account', letter: 's', title: 'ServiceAccount' },
  { end: 'identity', letter: 'i', title: 'Identity' },
  { end: 'credential', letter: 'c', title: 'Federated credential' },
] as const satisfies readonly { end: keyof Wire; letter: string; title: string }[];

/** A fenced block with a line before it, or nothing when no wire is at fault. Ends with a line feed. */
export function renderWires(wires: readonly Wire[]): string {
  if (wires.length === 0) return '';
  const nodes = new Map<string, { readonly id: string; readonly end: WireEnd }>();
  const arrows = new Set<string>();
  const lines = ['flowchart LR'];
  for (const wire of wires.slice(0, mostWires)) {
    let before: { readonly id: string; readonly end: WireEnd } | undefined;
    for (const { end: name, letter, title } of links) {
      const end = wire[name];
      if (!end) break;
      const key = JSON.stringify([name, end]);
      const node = nodes.get(key) ?? { id: `${letter}${nodes.size}`, end };
      if (!nodes.has(key)) lines.push(`  ${node.id}["${label(title)}<br/>${label(end.name)}"]${classOf(end)}`);
      nodes.set(key, node);
      // A dotted arrow is one that is not made: one of its ends is wrong.
      if (before) arrows.add(`  ${before.id} ${before.end.fault || end.fault ? '-.->' : '-->'} ${node.id}`);
      before = node;
    }
  }
  const used = (['error', 'warning', 'note'] as const).filter((severity) =>
    [...nodes.values()].some(({ end }) => end.fault === severity),
  );
  const classes = used.map((severity) => `  classDef ${severity} ${styles[severity]}`);
  const rest = wires.length - mostWires;
  const more = rest > 0 ? `\n${quantity(rest, 'more wire')} ${rest === 1 ? 'is' : 'are'} at fault.\n` : '';
  return `\n\`\`\`mermaid\n${[...lines, ...arrows, ...classes].join('\n')}\n\`\`\`\n${more}`;
}

function classOf({ fault }: WireEnd): string {
  return fault ? `:::${fault}` : '';
}

/** Inside a quoted label: all but plain characters as entity codes, so that nothing ends the label or the fence. */
function label(text: string): string {
  const entity = (character: string) => `#${character.codePointAt(0) as number};`;
  return cut(visible(text), longestName).replace(/[^\w ./,()-]/gu, entity);
}
