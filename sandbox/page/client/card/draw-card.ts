import { asRecords } from '../../../card/card-texts.ts';
import { isRecord } from '../../../is-record.ts';
import { el } from '../el.ts';
import type { CardScope } from './card-scope.ts';
import { drawElements } from './draw-element.ts';
import { drawIcon, drawText } from './draw-text.ts';

/** A card, JSON 2.0. */
export function drawCard(card: unknown, scope: CardScope): HTMLElement {
  if (!isRecord(card)) return el('div', { class: 'card' });
  const body = isRecord(card.body) ? card.body : {};
  return el(
    'div',
    { class: 'card' },
    isRecord(card.header) ? drawHeader(card.header, scope) : null,
    el('div', { class: 'card-body' }, ...drawElements(body.elements, scope)),
  );
}

function drawHeader(header: Readonly<Record<string, unknown>>, scope: CardScope): HTMLElement {
  const tags = asRecords(header.text_tag_list).map(({ text, color = 'blue' }) =>
    el('span', { class: `tag tone-${String(color)}` }, drawText(text, scope)),
  );
  const title = el(
    'div',
    { class: 'card-title' },
    drawIcon(header.icon),
    drawText(header.title, scope),
    ...tags,
  );
  const subtitle = isRecord(header.subtitle)
    ? el('div', { class: 'card-subtitle' }, drawText(header.subtitle, scope))
    : null;
  return el('div', { class: `card-header tone-${String(header.template ?? 'default')}` }, title, subtitle);
}
