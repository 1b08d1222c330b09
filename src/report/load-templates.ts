import { z } from 'zod';
import { SetupError } from '../kernel/errors.ts';
import { buildView } from './build-view.ts';
import { importPart, readTemplates } from './read-templates.ts';
import { compileTemplate } from './template/compile-template.ts';
import type { Facts, OwnTemplate, Template, Templates, TemplateText } from './template.ts';

const sampleModule = z.object({
  sampleFacts: z.custom<Facts>((value) => typeof value === 'object' && value !== null, 'facts'),
});

/**
 * Reads and compiles every template, the operator's own included, and fills each with its sample once, so that a mistake
 * shows at start and not at the month's end. Throws SetupError with file, line and field of all mistakes.
 */
export async function loadTemplates(own: readonly OwnTemplate[] = []): Promise<Templates> {
  const templates = new Map<string, Template>();
  const problems: string[] = [];
  for (const text of await readTemplates(own)) {
    try {
      templates.set(text.id, await loadTemplate(text, own));
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new SetupError(problems);
  return templates;
}

/** The operator's own have the sample of the form they use. */
async function loadTemplate(text: TemplateText, own: readonly OwnTemplate[]): Promise<Template> {
  const isOwn = own.some(({ id }) => id === text.id);
  const { sampleFacts } = sampleModule.parse(await importPart(isOwn ? text.form : text.id, 'sample'));
  const fill = compileTemplate(text.file, text.source, text.view);
  fill(text.view.parse(buildView(text.form, sampleFacts)));
  return { ...text, sampleFacts, fill };
}
