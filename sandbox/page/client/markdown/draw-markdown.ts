import { el, link } from '../el.ts';
import { picture } from '../picture.ts';
import { words } from '../words.ts';
import type { Inline } from './parse-inline.ts';
import { type Block, parseMarkdown } from './parse-markdown.ts';

/** Who is behind an id, and whether it is the reader. */
export interface Names {
  nameOf(id: string): string;
  isMe(id: string): boolean;
}

export function drawMarkdown(text: string, names: Names): HTMLElement {
  return el('div', { class: 'markdown' }, ...parseMarkdown(text).map((block) => drawBlock(block, names)));
}

function drawBlock(block: Block, names: Names): HTMLElement {
  switch (block.kind) {
    case 'rule':
      return el('hr');
    case 'code':
      return el('pre', {}, block.text);
    case 'table':
      return drawTable(block.rows, names);
    case 'heading':
      return el('p', { class: `md-heading md-h${block.level}` }, ...drawInlines(block.inline, names));
    case 'quote':
      return el('blockquote', {}, ...drawInlines(block.inline, names));
    case 'item':
      return el(
        'p',
        { class: 'md-item' },
        el('span', {}, block.mark),
        ' ',
        ...drawInlines(block.inline, names),
      );
    case 'line':
      return el('p', {}, ...drawInlines(block.inline, names));
  }
}

function drawTable(rows: Extract<Block, { kind: 'table' }>['rows'], names: Names): HTMLElement {
  const cells = (tag: 'th' | 'td', row: (typeof rows)[number] = []) =>
    el('tr', {}, ...row.map((cell) => el(tag, {}, ...drawInlines(cell, names))));
  const [head, ...body] = rows;
  const table = el(
    'table',
    {},
    el('thead', {}, cells('th', head)),
    el('tbody', {}, ...body.map((row) => cells('td', row))),
  );
  return el('div', { class: 'card-table', tabindex: 0 }, table);
}

function drawInlines(inlines: readonly Inline[], names: Names): Node[] {
  return inlines.map((inline) => drawInline(inline, names));
}

function drawInline(inline: Inline, names: Names): Node {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(inline.text);
    case 'break':
      return el('br');
    case 'code':
      return el('code', {}, inline.text);
    case 'image':
      return picture(inline.key, inline.alt);
    case 'link':
      return link(inline.href, ...drawInlines(inline.children, names));
    case 'people':
      return drawPeople(inline, names);
    case 'font':
      return el('span', { class: `text-${inline.color}` }, ...drawInlines(inline.children, names));
    case 'tag':
      return el('span', { class: `tag tone-${inline.color}` }, ...drawInlines(inline.children, names));
    default:
      return el(inline.kind, {}, ...drawInlines(inline.children, names));
  }
}

function drawPeople({ ids, notifies }: Extract<Inline, { kind: 'people' }>, names: Names): Node {
  const shown = ids.map((id) => mention(id, names, notifies));
  return el('span', {}, ...shown.flatMap((one, index) => (index === 0 ? [one] : [' ', one])));
}

/** `@name`, or the bare name of somebody who is not notified. */
function mention(id: string, names: Names, notifies = true): HTMLElement {
  const name = id === 'all' ? words().everyone : names.nameOf(id);
  const mine = notifies && (id === 'all' || names.isMe(id));
  return el('span', { class: mine ? 'mention mention-me' : 'mention' }, `${notifies ? '@' : ''}${name}`);
}
