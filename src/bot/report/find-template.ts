import { isMonthForm, type MonthViewId } from '../../domain/report/month-views.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import type { TemplateInfo } from '../ports.ts';

/** A template that tells a month, as all do but those of the other papers. */
export interface MonthTemplate extends TemplateInfo {
  readonly form: MonthViewId;
}

type Context = Pick<CommandContext, 'templates' | 'group' | 'locale'>;

export function monthTemplates({ templates }: Pick<Context, 'templates'>): readonly MonthTemplate[] {
  return templates.flatMap((template) => {
    const { form } = template;
    return isMonthForm(form) ? [{ ...template, form }] : [];
  });
}

/** What people call the template with that id; the id itself when the operator has taken it away since. */
export function nameTemplate({ templates }: Pick<Context, 'templates'>, id: string): string {
  return templates.find((template) => template.id === id)?.name ?? id;
}

/** The template of that name or id, or the only one whose name has these words in it. */
export function findTemplate(ctx: Pick<Context, 'templates'>, written: string): MonthTemplate | undefined {
  const wanted = fold(written);
  const known = monthTemplates(ctx);
  const exact = known.find(({ id, name }) => [id, name].some((each) => fold(each) === wanted));
  const alike = wanted.length < 2 ? [] : known.filter(({ name }) => fold(name).includes(wanted));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

/** As `findTemplate`; without words the group's default. Throws UserError naming those there are. */
export function chooseTemplate(ctx: Context, written: string | undefined): MonthTemplate {
  const name = written ?? ctx.group.settings.template;
  const found = findTemplate(ctx, name);
  if (found !== undefined) return found;
  const known = texts(ctx.locale).list(monthTemplates(ctx).map((template) => template.name));
  throw new UserError('template.unknown', { name, known });
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase().trim();
}
