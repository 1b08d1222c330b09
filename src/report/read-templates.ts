import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MONTH_VIEW_IDS, PAPER_IDS, type TemplateForm } from '../domain/report/month-views.ts';
import { SetupError } from '../kernel/errors.ts';
import type { OwnTemplate, TemplateText } from './template.ts';

/** Beside this file in the sources, and beside the compiled one in dist, which has the .hbs copied. */
const BUILT_IN = fileURLToPath(new URL('../templates/', import.meta.url));
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Where a template has this line, the draft's lists stand: sources and what is left open. */
const DRAFT_ANNEXES = '{{> draft-annexes}}';

const viewModule = z.object({
  view: z.custom<z.ZodType<object>>((value) => value instanceof z.ZodObject, 'a zod object'),
  purpose: z.string().default(''),
});

/**
 * All templates by id, without compiling them: that takes libraries which a start should not wait for. One of the
 * operator's takes the place of the one of the same id. Throws SetupError for one that can't be.
 */
export async function readTemplates(own: readonly OwnTemplate[] = []): Promise<readonly TemplateText[]> {
  const folders = await readdir(BUILT_IN, { withFileTypes: true });
  const ids = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const builtIn = await Promise.all(ids.map(readBuiltIn));
  const all = new Map(builtIn.map((template) => [template.id, template]));
  for (const template of own) all.set(template.id, completeOwn(template, builtIn));
  return [...all.values()].sort((one, other) => rank(one.id) - rank(other.id));
}

async function readBuiltIn(id: string): Promise<TemplateText> {
  const { view, purpose } = viewModule.parse(await importPart(id, 'view'));
  const file = join(BUILT_IN, id, 'template.hbs');
  return { id, name: view.description ?? id, purpose, form: formOf(id), view, file, ...readText(file) };
}

/** A part of a template's folder, as it is there in the sources and in dist. */
export async function importPart(id: string, part: 'view' | 'sample'): Promise<unknown> {
  return await import(new URL(`../templates/${id}/${part}${EXTENSION}`, import.meta.url).href);
}

/** A template that is named like no form takes the fields it needs from the month report's. */
function formOf(id: string): TemplateForm {
  return [...MONTH_VIEW_IDS, ...PAPER_IDS].find((form) => form === id) ?? 'work-report';
}

/** Its fields are those of the form it uses. */
function completeOwn(own: OwnTemplate, builtIn: readonly TemplateText[]): TemplateText {
  const view = builtIn.find(({ id }) => id === own.form)?.view;
  if (PAPER_IDS.some((id) => id === own.id) || view === undefined) {
    throw new SetupError([`${own.file}: a template of one’s own tells a month; name its folder otherwise`]);
  }
  return { ...own, view, ...includeAnnexes(own.source) };
}

function readText(file: string): Pick<TemplateText, 'source' | 'hash'> {
  return includeAnnexes(readFileSync(file, 'utf8'));
}

function includeAnnexes(text: string): Pick<TemplateText, 'source' | 'hash'> {
  const source = text.replace(DRAFT_ANNEXES, () => readFileSync(join(BUILT_IN, 'draft-annexes.hbs'), 'utf8'));
  return { source, hash: createHash('sha256').update(source).digest('hex') };
}

/** The forms in their own order, then what else there is. */
function rank(id: string): number {
  const forms: readonly string[] = MONTH_VIEW_IDS;
  const at = forms.indexOf(id);
  return at < 0 ? forms.length : at;
}
