import { type Period, type PeriodWord, wordOf } from '../period/period.ts';
import type { TableFacts } from '../report/facts.ts';

/** What the paper, and the sheet with the same rows, is called. */
export const SECRECY_TABLE = '保密审查汇总表';

/** What a table of secrecy reviews of its own is made from. */
export interface SecrecyFacts extends TableFacts {
  readonly kind: 'secrecy';
  /** `2026年10月`. */
  readonly period: string;
  readonly when: PeriodWord;
  /** Date printed under it, `YYYY-MM-DD`. */
  readonly signedOn: string;
}

/** The facts of a period, without the texts and lists that the table has no place for. */
export function toSecrecyFacts(
  { settings, departments, items, heldBack, cutOff }: TableFacts,
  { period, signedOn }: { readonly period: Period; readonly signedOn: string },
): SecrecyFacts {
  return {
    kind: 'secrecy',
    period: period.name,
    when: wordOf(period),
    signedOn,
    settings: { unitName: settings.unitName, placeholder: settings.placeholder },
    departments: departments.map(({ id, name }) => ({ id, name, weeks: [] })),
    items: items.map((item) => ({ ...item, body: '' })),
    nils: [],
    heldBack,
    cutOff,
  };
}
