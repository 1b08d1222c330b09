import { asRecords } from '../../../card/card-texts.ts';
import { isRecord } from '../../../is-record.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { el } from '../el.ts';
import { picture } from '../picture.ts';
import { words } from '../words.ts';
import type { CardScope } from './card-scope.ts';
import { drawButton } from './draw-button.ts';
import { drawControl } from './draw-control.ts';
import { drawTable } from './draw-table.ts';
import { drawIcon, drawText, plainOf } from './draw-text.ts';

type Fields = Readonly<Record<string, unknown>>;

export function drawElements(list: unknown, scope: CardScope): HTMLElement[] {
  return asRecords(list).map((element, index, all) => {
    const before = all[index - 1];
    return drawElement(element, { ...scope, caption: before?.tag === 'div' ? plainOf(before.text) : '' });
  });
}

/** What cannot be drawn is said, never left out. */
function drawElement(element: Fields, scope: CardScope): HTMLElement {
  switch (element.tag) {
    case 'markdown':
      return el('div', { class: 'card-text' }, drawIcon(element.icon), drawText(element, scope));
    case 'div':
      return el('div', { class: 'card-text' }, drawIcon(element.icon), drawText(element.text, scope));
    case 'hr':
      return el('hr');
    case 'img':
      return drawImage(element, scope);
    case 'img_combination':
      return el(
        'div',
        { class: 'pictures' },
        ...asRecords(element.img_list).map((one) => picture(String(one.img_key), '')),
      );
    case 'person':
      return el('span', { class: 'person' }, scope.nameOf(String(element.user_id)));
    case 'person_list':
      return el(
        'div',
        {},
        ...asRecords(element.persons).map(({ id }) =>
          el('span', { class: 'person' }, scope.nameOf(String(id))),
        ),
      );
    case 'table':
      return drawTable(element, scope);
    case 'button':
      return drawButton(element, scope);
    case 'chart':
      return drawChart(element.chart_spec) ?? undrawn(element);
    default:
      return drawContainer(element, scope);
  }
}

function drawContainer(element: Fields, scope: CardScope): HTMLElement {
  switch (element.tag) {
    case 'column_set':
      return drawColumns(element, scope);
    case 'form':
      return drawForm(element, scope);
    case 'collapsible_panel':
      return drawPanel(element, scope);
    case 'interactive_container':
      return el(
        'div',
        { class: 'container' },
        ...drawElements(element.elements, scope),
        asRecords(element.behaviors).length > 0 ? el('p', { class: 'undrawn' }, words().cannotOperate) : null,
      );
    default:
      return drawControl(element, scope) ?? undrawn(element);
  }
}

function undrawn({ tag }: Fields): HTMLElement {
  return el('p', { class: 'undrawn' }, words().cannotDraw(String(tag)));
}

function drawImage(element: Fields, scope: CardScope): HTMLElement {
  const title = isRecord(element.title) ? el('figcaption', {}, drawText(element.title, scope)) : null;
  return el('figure', {}, picture(String(element.img_key), plainOf(element.alt)), title);
}

function drawColumns(element: Fields, scope: CardScope): HTMLElement {
  const columns = asRecords(element.columns).map((column) => {
    const drawn = el('div', { class: 'column' }, ...drawElements(column.elements, scope));
    const weighted = column.width === 'weighted' || column.width === undefined;
    if (weighted) drawn.style.flex = `${Number(column.weight ?? 1)} 1 0`;
    else if (column.width !== 'auto') drawn.style.flex = `0 0 ${String(column.width)}`;
    return drawn;
  });
  return el('div', { class: `columns columns-${String(element.flex_mode ?? 'none')}` }, ...columns);
}

/** Enter in a field must not send: on the platform only the button does. */
function drawForm(element: Fields, scope: CardScope): HTMLElement {
  const inside: CardScope = { ...scope, fields: new Map() };
  const submit = (event: Event) => event.preventDefault();
  return el('form', { class: 'card-form', submit }, ...drawElements(element.elements, inside));
}

function drawPanel(element: Fields, scope: CardScope): HTMLElement {
  const header = isRecord(element.header) ? element.header : {};
  return el(
    'details',
    { open: element.expanded === true },
    el('summary', {}, drawText(header.title, scope)),
    ...drawElements(element.elements, scope),
  );
}
