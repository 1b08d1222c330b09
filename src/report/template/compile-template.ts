import Handlebars from 'handlebars';
import type { z } from 'zod';
import { SetupError } from '../../kernel/errors.ts';
import { checkTemplate } from './check-template.ts';
import { createHelpers, PRINT } from './create-helpers.ts';

/** Fills a template: a view that fits its schema to Markdown. */
export type FillTemplate = (view: object) => string;

/**
 * Compiles a template that names only what its view has; else a SetupError tells file, line and field. Whatever a
 * template prints, `{{x}}` or `{{{x}}}`, goes through the Markdown escaper, so no text can add structure.
 */
export function compileTemplate(file: string, source: string, view: z.ZodType): FillTemplate {
  const program = parse(file, source);
  const problems = checkTemplate(program, view);
  if (problems.length > 0) throw new SetupError(problems.map((problem) => `${file}: ${problem}`));
  new PrintRewriter().accept(program);
  const fill = Handlebars.create().compile<object>(program, {
    // Escaping for HTML would be wrong here; the rewritten program escapes for Markdown.
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { [PRINT]: true },
    strict: true,
  });
  return (data) => fill(data, { helpers: createHelpers() });
}

function parse(file: string, source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    throw new SetupError([`${file}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Turns `{{x}}` into `{{print x}}`: data stay raw for `#if` and `#each`, and are escaped only when printed. */
class PrintRewriter extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const { path } = mustache;
    mustache.params = [path];
    mustache.path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: [PRINT],
      original: PRINT,
      loc: path.loc,
    };
  }
}
