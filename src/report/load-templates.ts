import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MONTH_VIEW_IDS } from '../domain/report/month-views.ts';
import { SetupError } from '../kernel/errors.ts';
import { buildView } from './build-view.ts';
import { compileTemplate } from './template/compile-template.ts';
import type { Facts, Form, OwnTemplate, Template, Templates } from './template.ts';

/** Beside this file in the sources, and beside the compiled one in dist, which has the .hbs copied. */
const BUILT_IN = fileURLToPath(new URL('../templates/', import.meta.url));
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

const viewModule = z.object({
  view: z.custom<z.ZodType<object>>((value) => value instanceof z.ZodObject, 'a zod object'),
  purpose: z.string().default(''),
});
const sampleModule = z.object({
  sampleFacts: z.custom<Facts>((value) => typeof value === 'object' && value !== null, 'facts'),
});

/**
 * Reads and compiles every template, the operator's own included, and fills each with its sample once, so that a mistake
 * shows at start and not at the month's end. One of the operator's takes the place of the one of the same id. Throws
 * SetupError with file, line and field of all mistakes.
 */
export async function loadTemplates(own: readonly OwnTemplate[] = []): Promise<Templates> {
  const builtIn = await loadBuiltIn();
  const templates = new Map(builtIn);
  const problems: string[] = [];
  for (const template of own) {
    try {
      templates.set(template.id, completeOwn(template, builtIn));
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new SetupError(problems);
  return new Map([...templates].sort(([one], [other]) => one.localeCompare(other, 'en')));
}

async function loadBuiltIn(): Promise<Templates> {
  const folders = await readdir(BUILT_IN, { withFileTypes: true });
  const ids = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const templates = await Promise.all(ids.map(loadTemplate));
  return new Map(templates.map((template) => [template.id, template]));
}

async function loadTemplate(id: string): Promise<Template> {
  const file = join(BUILT_IN, id, 'template.hbs');
  const { view, purpose } = viewModule.parse(await importPart(id, 'view'));
  const { sampleFacts } = sampleModule.parse(await importPart(id, 'sample'));
  const about = { id, name: view.description ?? id, purpose, form: formOf(id), view, sampleFacts };
  return complete(about, file, readFileSync(file, 'utf8'));
}

/** A template that is named like no form takes the fields it needs from the month report's. */
function formOf(id: string): Form {
  if (id === 'circular') return id;
  return MONTH_VIEW_IDS.find((form) => form === id) ?? 'work-report';
}

/** Fields and sample are those of the form it uses. */
function completeOwn({ id, name, purpose, form, file, source }: OwnTemplate, builtIn: Templates): Template {
  const base = builtIn.get(form);
  if (id === 'circular' || base === undefined) {
    throw new SetupError([`${file}: a template of one’s own tells a month; name its folder otherwise`]);
  }
  const { view, sampleFacts } = base;
  return complete({ id, name, purpose, form, view, sampleFacts }, file, source);
}

/** Where a template has this line, the draft's lists stand: sources and what is left open. */
const DRAFT_ANNEXES = '{{> draft-annexes}}';

function complete(about: Omit<Template, 'fill' | 'hash'>, file: string, text: string): Template {
  const source = text.replace(DRAFT_ANNEXES, () => readFileSync(join(BUILT_IN, 'draft-annexes.hbs'), 'utf8'));
  const fill = compileTemplate(file, source, about.view);
  fill(about.view.parse(buildView(about.form, about.sampleFacts)));
  return { ...about, fill, hash: createHash('sha256').update(source).digest('hex') };
}

async function importPart(id: string, part: 'view' | 'sample'): Promise<unknown> {
  return await import(new URL(`../templates/${id}/${part}${EXTENSION}`, import.meta.url).href);
}
