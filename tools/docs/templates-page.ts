import { z } from 'zod';
import type { Template } from '../../src/report/template.ts';
import { type GeneratedPage, generatedPage, markdownTable } from './generated-page.ts';

const INTRO = `The fields that a report's template (\`template.hbs\`) may name; any other name is refused when templates are
loaded. One of your own names the fields of the one that it is a \`view\` of
([how](../guides/add-a-template.md#one-of-your-own-without-touching-the-program)). \`[]\` marks a list, walked with \`{{#each …}}\`; inside it the fields after \`[].\` are named alone. Descriptions
are in Chinese, the language of the reports.`;

/** Every field of every template's view, with its description. */
export function templatesPage(templates: Iterable<Template>): GeneratedPage {
  return generatedPage('templates.md', 'src/templates/*/view.ts', [
    '# Template fields',
    INTRO,
    ...[...templates].flatMap(({ id, name, purpose, view }) => [
      `## ${id}`,
      `${name}（${purpose}）: \`src/templates/${id}/template.hbs\``,
      markdownTable(['field', 'what it holds'], listFields(view, '')),
    ]),
  ]);
}

/** `path → description`, depth first; a list of texts is one row, a list of objects one row and its fields. */
function listFields(type: z.ZodType, path: string): string[][] {
  if (!(type instanceof z.ZodObject)) return [];
  return Object.entries(type.shape).flatMap(([name, field]) => {
    if (!(field instanceof z.ZodType)) return [];
    const element = field instanceof z.ZodArray ? field.element : undefined;
    const inner = element instanceof z.ZodType ? element : field;
    const own = `${path}${name}${element === undefined ? '' : '[]'}`;
    return [[`\`${own}\``, field.description ?? ''], ...listFields(inner, `${own}.`)];
  });
}
