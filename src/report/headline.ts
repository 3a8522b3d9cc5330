/** The sentences in which a report sums itself up, the same in every format. */
import type { Report } from '../model/report.ts';
import { planSum } from './plan-rows.ts';

/** `1 error`, `2 errors`, `no errors`. */
export function quantity(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What was found, without where: `2 errors, 1 warning, no notes`. */
export function countsLine({ counts }: Report): string {
  return [quantity(counts.errors, 'error'), quantity(counts.warnings, 'warning'), quantity(counts.notes, 'note')].join(
    ', ',
  );
}

/** What a person reads last: findings, how much was looked at, and what does not show in the counts. */
export function headline(report: Report): string {
  const { errors, warnings, notes } = report.counts;
  const found = errors + warnings + notes === 0 ? 'no problems' : countsLine(report);
  const looked = [quantity(report.stats.files, 'file')];
  if (report.stats.rendered > 0) looked.push(quantity(report.stats.rendered, 'rendered root'));
  const aside = [];
  const suppressed = report.findings.filter((finding) => finding.suppressed).length;
  if (suppressed > 0) aside.push(`${suppressed} suppressed`);
  if (report.gaps.length > 0) aside.push(`${report.gaps.length} not checked`);
  const sentence = `${found} in ${looked.join(' and ')}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
  const plan = planSum(report);
  const credentials = plan === undefined ? '' : ` Federated credentials: ${plan}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${credentials}`;
}
