import { readFileSync, writeFileSync } from 'node:fs';
import { asTable } from '../figure.ts';
import type { RunRecord, RunRecords } from './run-record.ts';
import { targetsTable } from './targets.ts';

/** From the project's root. */
export const DOCUMENT = 'docs/benchmarks.md';

const TARGETS = 'targets';
const MARKED = /(<!-- table: ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** Puts the figures of the last runs into the document; what is written around its tables stays. */
export function writeDocument(records: RunRecords): void {
  writeFileSync(DOCUMENT, fillDocument(readFileSync(DOCUMENT, 'utf8'), records));
}

/** The names of the tables that a document has room for, in their order. */
export function tablesIn(document: string): readonly string[] {
  return [...document.matchAll(MARKED)].map(([, , name = '']) => name);
}

/** Between `<!-- table: NAME -->` and `<!-- end -->` stands what the bench of that name came to. */
export function fillDocument(document: string, records: RunRecords): string {
  return document.replaceAll(MARKED, (_, begin: string, name: string, end: string) => {
    const table = name === TARGETS ? targetsTable(records) : describeRun(name, records[name]);
    return `${begin}${table}\n${end}`;
  });
}

function describeRun(name: string, record: RunRecord | undefined): string {
  if (record === undefined) return 'Not run yet.';
  const failures = record.failures.map(({ of, why }) => `- **failed**: ${of} (${why})`);
  const origin = `\`${record.command}\`, ${record.date}:\n${record.machine}.`;
  const table = record.figures.length === 0 ? [] : [asTable(name, record.figures), ''];
  return [...table, ...failures, ...(failures.length > 0 ? [''] : []), origin].join('\n');
}
