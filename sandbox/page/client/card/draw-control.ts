import { asRecords } from '../../../card/card-texts.ts';
import { el } from '../el.ts';
import { words } from '../words.ts';
import type { CardScope, FormValue } from './card-scope.ts';
import { drawText, plainOf } from './draw-text.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Control {
  readonly field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  /** What a client sends; undefined for a field left empty, where it sends nothing. */
  readonly read: () => FormValue | undefined;
}

/** A component that people operate. Outside a form nothing of it can be sent, which is said. Undefined: no such tag. */
export function drawControl(element: Fields, scope: CardScope): HTMLElement | undefined {
  const control = createControl(element, scope);
  if (control === undefined) return undefined;
  const { field, read } = control;
  const name = String(element.name ?? '');
  scope.fields?.set(name, read);
  field.required = element.required === true && element.tag !== 'checker';
  field.disabled = element.disabled === true || scope.fields === undefined;
  const label = plainOf(element.label) || plainOf(element.text);
  if (label === '') field.setAttribute('aria-label', scope.caption || plainOf(element.placeholder) || name);
  const caption =
    label === ''
      ? []
      : [el('span', { class: 'label' }, drawText(element.label ?? element.text, scope), mark(field))];
  return el(
    'label',
    { class: `control control-${String(element.tag)}` },
    ...(element.tag === 'checker' ? [field, ...caption] : [...caption, field]),
    scope.fields === undefined ? el('span', { class: 'undrawn' }, words().cannotOperate) : null,
  );
}

function mark({ required }: Control['field']): HTMLElement | null {
  return required ? el('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null;
}

function createControl(element: Fields, scope: CardScope): Control | undefined {
  switch (element.tag) {
    case 'input':
      return createInput(element);
    case 'checker': {
      const field = el('input', { type: 'checkbox', checked: element.checked === true });
      return { field, read: () => field.checked };
    }
    case 'date_picker':
      return createPicker('date', element.initial_date);
    case 'picker_time':
      return createPicker('time', element.initial_time);
    case 'picker_datetime':
      return createPicker('datetime-local', element.initial_datetime);
    case 'select_static':
    case 'multi_select_static':
      return createSelect(element, asRecords(element.options).map(readOption));
    case 'select_person':
    case 'multi_select_person':
      return createSelect(element, peopleFor(element, scope));
    default:
      return undefined;
  }
}

function createInput(element: Fields): Control {
  const about = { maxlength: Number(element.max_length ?? 1000), placeholder: plainOf(element.placeholder) };
  const isLong = element.input_type === 'multiline_text';
  const field = isLong
    ? el('textarea', { ...about, rows: Number(element.rows ?? 3) })
    : el('input', { ...about, type: element.input_type === 'password' ? 'password' : 'text' });
  field.value = typeof element.default_value === 'string' ? element.default_value : '';
  return { field, read: () => field.value };
}

/** The platform's pickers tell the client's offset behind the value. */
function createPicker(type: string, initial: unknown): Control {
  const field = el('input', { type });
  if (typeof initial === 'string') field.value = initial.replace(' ', 'T');
  return { field, read: () => (field.value === '' ? undefined : `${field.value.replace('T', ' ')} +0800`) };
}

interface Option {
  readonly value: string;
  readonly text: string;
}

function readOption({ text, value }: Fields): Option {
  return { value: String(value), text: plainOf(text) };
}

/** Those the card offers, else everyone in the chat. */
function peopleFor({ options }: Fields, scope: CardScope): Option[] {
  const offered = asRecords(options).map(({ value }) => String(value));
  const ids = offered.length > 0 ? offered : scope.people.map(({ id }) => id);
  return ids.map((value) => ({ value, text: scope.nameOf(value) }));
}

function createSelect(element: Fields, options: readonly Option[]): Control {
  const several = String(element.tag).startsWith('multi_');
  const given = several ? element.selected_values : (element.initial_option ?? byPlace(element, options));
  const chosen = new Set([given ?? []].flat().map(String));
  const choices = options.map(({ value, text }) =>
    el('option', { value, selected: chosen.has(value) }, text),
  );
  const none = el('option', { value: '' }, plainOf(element.placeholder) || words().choose);
  const field = el('select', { multiple: several }, ...(several ? choices : [none, ...choices]));
  const values = () => [...field.selectedOptions].map(({ value }) => value);
  return {
    field,
    read: () => (several ? values() : field.value === '' ? undefined : field.value),
  };
}

function byPlace({ initial_index: place }: Fields, options: readonly Option[]): string | undefined {
  return typeof place === 'number' ? options[place]?.value : undefined;
}
