import { asRecords } from './card-texts.ts';
import type { CardNode } from './walk-card.ts';

type Values = Readonly<Record<string, unknown>>;

const NOT_A_FIELD = new Set(['button', 'overflow']);

/**
 * What a client sends as `form_value`: the values given, else what the card pre-filled; text fields always, other
 * fields only when they hold something. Throws for what a client would not send: an unknown field, a required one left
 * empty, a text too long, a choice that is not offered.
 */
export function fillForm(nodes: readonly CardNode[], given: Values): Record<string, unknown> {
  const fields = nodes.filter(({ tag, element }) => element.name !== undefined && !NOT_A_FIELD.has(tag));
  const names = new Set(fields.map(nameOf));
  for (const name of Object.keys(given)) {
    if (!names.has(name)) throw new Error(`the form has no field ${name}, only ${[...names].join(', ')}`);
  }
  const entries = fields.map((field): [string, unknown] => [nameOf(field), heldBy(field, given)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function nameOf({ element }: CardNode): string {
  return String(element.name);
}

function heldBy(field: CardNode, given: Values): unknown {
  const name = nameOf(field);
  const value = given[name] ?? prefilled(field);
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty && field.element.required === true) throw new Error(`the field ${name} is required`);
  if (!empty) checkValue(field, value);
  return value;
}

function prefilled({ tag, element }: CardNode): unknown {
  switch (tag) {
    case 'input':
      return element.default_value ?? '';
    case 'checker':
      return element.checked ?? false;
    case 'multi_select_static':
    case 'multi_select_person':
      return element.selected_values;
    case 'date_picker':
      return withOffset(element.initial_date);
    case 'picker_time':
      return withOffset(element.initial_time);
    case 'picker_datetime':
      return withOffset(element.initial_datetime);
    default:
      return element.initial_option;
  }
}

/** Pickers tell the client's offset behind the value. */
function withOffset(value: unknown): string | undefined {
  return value === undefined ? undefined : `${String(value)} +0800`;
}

function checkValue({ tag, element }: CardNode, value: unknown): void {
  if (tag === 'input' && String(value).length > Number(element.max_length ?? 1000)) {
    throw new Error(`the text in ${String(element.name)} is too long`);
  }
  if (tag !== 'select_static' && tag !== 'multi_select_static') return;
  const offered = new Set(asRecords(element.options).map((option) => option.value));
  for (const chosen of [value].flat()) {
    if (!offered.has(chosen)) throw new Error(`${String(element.name)} does not offer ${String(chosen)}`);
  }
}
