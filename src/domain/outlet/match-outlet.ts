import { foldName } from '../../kernel/text/fold-name.ts';
import type { Outlet } from './outlet.ts';

type Named = Pick<Outlet, 'name' | 'aliases'>;

/**
 * The outlet that people mean: the one with this name or alias, or the only one of which it is a part. A longer name is
 * another outlet: a paper's overseas edition is not the paper. Undefined when none or several fit.
 */
export function matchOutlet<T extends Named>(written: string, outlets: readonly T[]): T | undefined {
  const wanted = foldName(written);
  if (wanted === '') return undefined;
  const exact = findOutlet(written, outlets);
  if (exact !== undefined) return exact;
  const near = outlets.filter((outlet) => namesOf(outlet).some((name) => name.includes(wanted)));
  return near.length === 1 ? near[0] : undefined;
}

/** The outlet that bears exactly this name or alias. */
export function findOutlet<T extends Named>(written: string, outlets: readonly T[]): T | undefined {
  const wanted = foldName(written);
  return outlets.find((outlet) => namesOf(outlet).includes(wanted));
}

function namesOf({ name, aliases }: Named): readonly string[] {
  return [name, ...aliases].map(foldName);
}
