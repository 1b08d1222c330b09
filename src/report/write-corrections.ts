import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildCorrections, type CorrectionsView } from '../domain/report/build-corrections.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import { compileTemplate } from './template/compile-template.ts';

const FILE = fileURLToPath(new URL('../templates/corrections.hbs', import.meta.url));

const view = z.strictObject({
  intro: z.string(),
  rows: z.array(z.strictObject({ serial: z.string(), what: z.string(), from: z.string(), to: z.string() })),
}) satisfies z.ZodType<CorrectionsView>;

/** The page of corrections that ends an amended report, whatever its template, as Markdown. */
export function writeCorrections(before: MonthFacts, after: MonthFacts): string {
  return compileTemplate(FILE, readFileSync(FILE, 'utf8'), view)(buildCorrections(before, after));
}
