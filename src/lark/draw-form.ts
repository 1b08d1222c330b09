import { type CardForm, type FormField, LONGEST_INPUT } from '../domain/message/card.ts';
import { cleanLine, cleanText } from '../kernel/text/clean-text.ts';
import type { CardElement, FormElement } from './card-element.ts';
import { drawButton, type Pen, plainText } from './draw-block.ts';

const MAX_LABEL = 100;
const PARAGRAPH_ROWS = 6;

/**
 * A form with one button. What already stands in a field may be longer than can be typed there: it is then cut to the
 * platform's bound, and the pen remembers; whoever asks for long texts has to say how else they can be sent.
 */
export function drawForm(form: CardForm, pen: Pen): CardElement[] {
  const submit = { ...drawButton(form.submit, pen), name: 'submit', form_action_type: 'submit' } as const;
  return [
    {
      tag: 'form',
      name: 'form',
      elements: [...form.fields.flatMap((field) => drawField(field, pen)), submit],
    },
  ];
}

function drawField(field: FormField, pen: Pen): FormElement[] {
  const label = plainText(cleanLine(field.label), pen, MAX_LABEL);
  const required = field.required ?? false;
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return [drawInput(field, { label, required }, pen)];
    case 'choice':
      return [
        { tag: 'div', text: label },
        {
          tag: 'select_static',
          name: field.name,
          required,
          options: field.options.map((option) => ({
            text: plainText(cleanLine(option), pen),
            value: option,
          })),
          ...(field.value !== undefined &&
            field.options.includes(field.value) && { initial_option: field.value }),
        },
      ];
    case 'date':
      return [
        { tag: 'div', text: label },
        { tag: 'date_picker', name: field.name, required, ...(field.value && { initial_date: field.value }) },
      ];
  }
}

function drawInput(
  field: Extract<FormField, { kind: 'line' | 'paragraph' }>,
  shared: { label: ReturnType<typeof plainText>; required: boolean },
  pen: Pen,
): FormElement {
  const signs = [...cleanText(field.value ?? '')];
  if (signs.length > LONGEST_INPUT) pen.lost = true;
  // Counted in UTF-16 units by the platform: half as many signs at worst.
  const value = cutToUnits(signs, LONGEST_INPUT);
  return {
    tag: 'input',
    name: field.name,
    ...shared,
    input_type: field.kind === 'line' ? 'text' : 'multiline_text',
    max_length: LONGEST_INPUT,
    ...(field.kind === 'paragraph' && { rows: PARAGRAPH_ROWS }),
    ...(value && { default_value: value }),
    ...(field.placeholder && { placeholder: plainText(cleanLine(field.placeholder), pen, MAX_LABEL) }),
  };
}

function cutToUnits(signs: readonly string[], units: number): string {
  let text = '';
  for (const sign of signs) {
    if (text.length + sign.length > units) break;
    text += sign;
  }
  return text;
}
