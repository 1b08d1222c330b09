import { monthOf } from '../../domain/period/month.ts';
import { type Period, parsePeriod } from '../../domain/period/period.ts';
import type { PlainDate } from '../../kernel/clock.ts';
import { TABLE_KINDS, type TableKind } from './make-tables.ts';

/** What an export is to hold. Only the table of secrecy reviews can be a Word file. */
export interface Asked {
  readonly kinds: readonly TableKind[];
  readonly period: Period;
  readonly format: 'xlsx' | 'csv' | 'docx';
}

/** Why it is not clear what is asked for; `text` is what was not understood. */
export interface Unclear {
  readonly why: 'period' | 'future' | 'csv' | 'docx';
  readonly text: string;
}

const KIND_WORDS: ReadonlyMap<string, readonly TableKind[]> = new Map(
  Object.entries({
    全部: TABLE_KINDS,
    所有: TABLE_KINDS,
    all: TABLE_KINDS,
    统计表: ['stats'],
    统计: ['stats'],
    周报送情况表: ['stats'],
    stats: ['stats'],
    用稿目录: ['adopted'],
    用稿: ['adopted'],
    adopted: ['adopted'],
    零报告: ['nil'],
    免报: ['nil'],
    零报告及免报: ['nil'],
    零报告及免报情况: ['nil'],
    nil: ['nil'],
    保密审查: ['secrecy'],
    保密: ['secrecy'],
    保密审查汇总表: ['secrecy'],
    secrecy: ['secrecy'],
    信息明细: ['items'],
    明细: ['items'],
    信息: ['items'],
    items: ['items'],
  }),
);

const FORMATS: ReadonlyMap<string, Asked['format']> = new Map(
  Object.entries({ xlsx: 'xlsx', excel: 'xlsx', csv: 'csv', docx: 'docx', word: 'docx' }),
);

/**
 * Reads table, period and format, in any order; the default is every table of this month as .xlsx, of the secrecy
 * reviews alone a Word file. `today` is the date in the product's zone.
 */
export function readAsked(written: readonly string[], today: PlainDate): Asked | Unclear {
  const words = written.map((word) => word.normalize('NFKC').toLowerCase());
  const kinds = words.flatMap((word) => KIND_WORDS.get(word) ?? []);
  const formats = words.flatMap((word) => FORMATS.get(word) ?? []);
  // A range may be written with blanks around its 至.
  const rest = written.filter((_, index) => !isKnown(words[index] ?? '')).join('');
  const period = parsePeriod(rest === '' ? monthOf(today) : rest, today);
  if (period === undefined) return { why: 'period', text: rest };
  if (period.first.toString() > today.toString()) return { why: 'future', text: rest };
  const asked = kinds.length === 0 ? TABLE_KINDS : kinds;
  const isSecrecy = asked.length === 1 && asked[0] === 'secrecy';
  const format = formats.at(-1) ?? (isSecrecy ? 'docx' : 'xlsx');
  if (format === 'csv' && asked.length > 1) return { why: 'csv', text: rest };
  if (format === 'docx' && !isSecrecy) return { why: 'docx', text: rest };
  return { kinds: asked, period, format };
}

function isKnown(word: string): boolean {
  return KIND_WORDS.has(word) || FORMATS.has(word);
}
