import { type Department, type Reporter, reportersOn } from './department.ts';

/**
 * Who goes on to report for `into` when other departments become part of it on a day (`YYYY-MM-DD`): everyone who
 * reported for them then and does not for it yet. The first main correspondent stays one where it has none, all others
 * become deputies.
 */
export function carryReporters(
  into: Pick<Department, 'reporters'> | undefined,
  from: readonly Department[],
  day: string,
): readonly Reporter[] {
  const carried: Reporter[] = [];
  const staying = into === undefined ? [] : reportersOn(into, day);
  for (const { personId, kind } of from.flatMap((department) => reportersOn(department, day))) {
    const all = [...staying, ...carried];
    if (all.some((reporter) => reporter.personId === personId)) continue;
    const isMain = kind === 'main' && !all.some((reporter) => reporter.kind === 'main');
    carried.push({ personId, kind: isMain ? 'main' : 'deputy', from: day });
  }
  return carried;
}
