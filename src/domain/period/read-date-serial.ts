import { Temporal } from 'temporal-polyfill';

/** A cell that a spreadsheet formats as a date holds the days since 30 December 1899: such a day as `YYYY-MM-DD`. */
export function readDateSerial(cell: string): string {
  if (!/^\d{5}(\.0+)?$/.test(cell)) return cell;
  return Temporal.PlainDate.from('1899-12-30')
    .add({ days: Number.parseInt(cell, 10) })
    .toString();
}
