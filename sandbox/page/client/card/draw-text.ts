import { isRecord } from '../../../is-record.ts';
import { el } from '../el.ts';
import { drawMarkdown, type Names } from '../markdown/draw-markdown.ts';
import { picture } from '../picture.ts';
import { words } from '../words.ts';

/** A text object of a card: plain to the letter, others as Markdown. */
export function drawText(text: unknown, names: Names): Node {
  if (!isRecord(text) || typeof text.content !== 'string') return document.createTextNode('');
  const content = text.tag === 'plain_text' ? text.content : drawMarkdown(text.content, names);
  const looks = [
    typeof text.text_size === 'string' ? `size-${text.text_size}` : '',
    typeof text.text_color === 'string' ? `text-${text.text_color}` : '',
    typeof text.text_align === 'string' ? `align-${text.text_align}` : '',
  ].filter((look) => look !== '');
  return el('span', { class: ['plain', ...looks].join(' ') }, content);
}

export function plainOf(text: unknown): string {
  return isRecord(text) && typeof text.content === 'string' ? text.content : '';
}

/** The platform's own icons are not in the sandbox: a sign in their place says which. */
export function drawIcon(icon: unknown): HTMLElement | null {
  if (!isRecord(icon)) return null;
  if (icon.tag === 'custom_icon') return picture(String(icon.img_key), '');
  const name = words().cannotDraw(String(icon.token));
  return el('span', { class: 'icon', role: 'img', 'aria-label': name, title: name }, '◇');
}
