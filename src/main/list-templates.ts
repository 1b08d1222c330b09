import type { TemplateInfo } from '../bot/ports.ts';
import { readTemplates } from '../report/read-templates.ts';
import type { OwnTemplate } from '../report/template.ts';

/**
 * What templates there are. The operator's own are compiled and filled once, so that a mistake in them ends the start;
 * those of the program are tested, and compiled when they are needed. Throws SetupError with file, line and field.
 */
export async function listTemplates(own: readonly OwnTemplate[]): Promise<readonly TemplateInfo[]> {
  if (own.length > 0) {
    const { loadTemplates } = await import('../report/load-templates.ts');
    await loadTemplates(own);
  }
  const templates = await readTemplates(own);
  return templates.map(({ id, name, purpose, form, hash }) => ({ id, name, purpose, form, hash }));
}
