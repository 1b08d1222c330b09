import Handlebars from 'handlebars';
import { escapeMarkdown } from './escape-markdown.ts';

/** Name of the helper that everything printed goes through. */
export const PRINT = 'print';

/** Far above any real month (20,000 items take some 100,000 steps), far below what would hold up the server. */
const MAX_STEPS = 1_000_000;
const MAX_CHARACTERS = 50_000_000;

/** Helpers for one run of a template, which share its budget: loops inside loops end in an error, not in a hang. */
export function createHelpers() {
  let steps = 0;

  function each(this: unknown, items: readonly unknown[], options: Handlebars.HelperOptions): string {
    if (items.length === 0) return options.inverse(this);
    const parts: string[] = [];
    let characters = 0;
    for (const [index, item] of items.entries()) {
      steps += 1;
      const data: Record<string, unknown> = Handlebars.createFrame(options.data);
      Object.assign(data, { index, first: index === 0, last: index === items.length - 1 });
      const part = options.fn(item, { data });
      characters += part.length;
      if (steps > MAX_STEPS || characters > MAX_CHARACTERS)
        throw new RangeError('the template prints too much');
      parts.push(part);
    }
    return parts.join('');
  }

  return { each, [PRINT]: escapeMarkdown };
}
