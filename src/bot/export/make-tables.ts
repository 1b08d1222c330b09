import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { Period } from '../../domain/period/period.ts';
import {
  createSheetContext,
  writeAdoptionTable,
  writeNilTable,
  writeSecrecyTable,
  writeStatTable,
} from '../../domain/table/annex-tables.ts';
import { writeItemTable } from '../../domain/table/item-table.ts';
import type { Table } from '../../domain/table/table.ts';
import { writeWeekTable } from '../../domain/table/week-table.ts';
import type { WorkContext } from '../context.ts';
import { type Gathered, gatherTables } from './gather-tables.ts';
import { gatherWeek } from './gather-week.ts';
import { listItems } from './list-items.ts';

export const TABLE_KINDS = ['stats', 'adopted', 'nil', 'secrecy', 'items'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export interface TableOrder {
  readonly period: Period;
  readonly kinds: readonly TableKind[];
  /** Whether 不宜公开 and 需报审 may stand in it: what a group reads must not have them. */
  readonly internal: boolean;
}

export interface MadeTables {
  readonly tables: readonly Table[];
  /** Items that count in the figures. */
  readonly counted: number;
  /** Items, not to be published, that 信息明细 has if it is internal, and else leaves out. */
  readonly heldBack: number;
}

/** The tables of a period, in the order of the report's annexes. Of a week the first tells each department's answer. */
export async function makeTables(ctx: WorkContext, order: TableOrder): Promise<MadeTables> {
  const { period, kinds, internal } = order;
  const gathered = await gatherTables(ctx, period);
  const open = gathered.items.filter((item) => !isHeldBack(item));
  const heldBack = kinds.includes('items') ? gathered.items.length - open.length : 0;
  const tables: Table[] = [];
  for (const kind of TABLE_KINDS) {
    if (!kinds.includes(kind)) continue;
    tables.push(
      kind === 'items'
        ? writeItemTable(await listItems(ctx, internal ? gathered.items : open), internal ? 0 : heldBack)
        : await makeTable(ctx, { ...order, kind, gathered }),
    );
  }
  return { tables, counted: gathered.facts.items.length, heldBack };
}

async function makeTable(
  ctx: WorkContext,
  of: TableOrder & { readonly kind: Exclude<TableKind, 'items'>; readonly gathered: Gathered },
): Promise<Table> {
  const { kind, period, gathered, internal } = of;
  const context = createSheetContext(gathered.facts, period);
  switch (kind) {
    case 'stats':
      return period.kind === 'week'
        ? writeWeekTable(await gatherWeek(ctx, period.week, { internal }))
        : writeStatTable(context);
    case 'adopted':
      return writeAdoptionTable(context);
    case 'nil':
      return writeNilTable(context);
    case 'secrecy':
      return writeSecrecyTable(context);
  }
}
