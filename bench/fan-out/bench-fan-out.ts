import { fanOut } from '../../simulate/fan-out.ts';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { round } from '../statistics.ts';

const GROUPS = { full: 2_000, quick: 20 } as const;
/** So many of the calls the platform refuses on purpose. */
const REFUSED_SHARE = 0.01;

/** The card of so many groups that are due in the same minute, at the platform's real pace: see docs/guides/simulate.md. */
export async function benchFanOut({ quick, wants, progress }: BenchOptions): Promise<Figure[]> {
  const groups = quick ? GROUPS.quick : GROUPS.full;
  const of = `${groups} groups`;
  if (!wants({ of })) return [];
  progress(`fan-out: ${of}, at the platform’s pace`);
  const { messages, seconds, allowedSeconds, refused, missing, double, disordered } = await fanOut(
    groups,
    Math.ceil(groups * REFUSED_SHARE),
  );
  const figure = (what: string, value: number, unit = ''): Figure => ({
    name: 'fan-out',
    of,
    what,
    figure: round(value),
    unit,
  });
  return [
    figure('messages', messages),
    figure('out after', seconds, 's'),
    figure('the limits allow', allowedSeconds, 's'),
    figure('share', allowedSeconds / seconds),
    figure('refused', refused),
    figure('missing', missing),
    figure('double', double),
    figure('disordered', disordered),
  ];
}
