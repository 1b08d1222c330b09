import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SetupError } from '../kernel/errors.ts';
import { compileTemplate, type FillTemplate } from './template/compile-template.ts';

export interface Template {
  /** Name of its folder: `work-report`. */
  readonly id: string;
  /** What people call it, from the view's description: `工作报告`. */
  readonly name: string;
  /** Fields it may name; a view must fit. */
  readonly view: z.ZodType<object>;
  readonly fill: FillTemplate;
}

export type Templates = ReadonlyMap<string, Template>;

/** Beside this file in the sources, and beside the compiled one in dist, which has the .hbs copied. */
const BUILT_IN = fileURLToPath(new URL('../templates/', import.meta.url));
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

const moduleShape = z.object({
  view: z.custom<z.ZodType<object>>((value) => value instanceof z.ZodObject, 'a zod object'),
});
const sampleShape = z.object({ sample: z.record(z.string(), z.unknown()) });

/**
 * Reads and compiles every template and fills each with its sample once, so that a mistake shows at start and not at
 * the month's end. A file `<id>.hbs` in `overrides` takes the built-in one's place. Throws SetupError with file, line
 * and field of all mistakes.
 */
export async function loadTemplates(overrides?: string): Promise<Templates> {
  const folders = await readdir(BUILT_IN, { withFileTypes: true });
  const ids = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const problems = await listStrangers(ids, overrides);
  const templates = new Map<string, Template>();
  for (const id of ids.sort()) {
    try {
      templates.set(id, await loadTemplate(id, overrides));
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new SetupError(problems);
  return templates;
}

/** An override that overrides nothing is a misspelt one. */
async function listStrangers(ids: readonly string[], overrides: string | undefined): Promise<string[]> {
  if (overrides === undefined || !existsSync(overrides)) return [];
  const files = (await readdir(overrides)).filter((name) => name.endsWith('.hbs'));
  return files
    .filter((name) => !ids.includes(name.slice(0, -'.hbs'.length)))
    .map((name) => `${join(overrides, name)}: no such template; known: ${ids.join(', ')}`);
}

async function loadTemplate(id: string, overrides: string | undefined): Promise<Template> {
  const folder = join(BUILT_IN, id);
  const own = overrides === undefined ? undefined : join(overrides, `${id}.hbs`);
  const file = own !== undefined && existsSync(own) ? own : join(folder, 'template.hbs');
  const { view } = moduleShape.parse(await importPart(id, 'view'));
  const { sample } = sampleShape.parse(await importPart(id, 'sample'));
  const fill = compileTemplate(file, readFileSync(file, 'utf8'), view);
  fill(view.parse(sample));
  return { id, view, fill, name: view.description ?? id };
}

async function importPart(id: string, part: 'view' | 'sample'): Promise<unknown> {
  return await import(new URL(`../templates/${id}/${part}${EXTENSION}`, import.meta.url).href);
}
