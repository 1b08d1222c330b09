import { isRecord } from '../../../is-record.ts';
import { askBefore } from '../dialog.ts';
import { el } from '../el.ts';
import type { CardScope, FormValue } from './card-scope.ts';
import { drawIcon, plainOf } from './draw-text.ts';

type Fields = Readonly<Record<string, unknown>>;

export function drawButton(element: Fields, scope: CardScope): HTMLButtonElement {
  const isReset = element.form_action_type === 'reset';
  const button = el(
    'button',
    {
      type: isReset ? 'reset' : 'button',
      class: `card-button button-${String(element.type ?? 'default')}`,
      disabled: element.disabled === true,
      title: plainOf(element.disabled === true ? element.disabled_tips : element.hover_tips) || undefined,
      'aria-label': element.text === undefined ? String(element.name ?? '') : undefined,
    },
    drawIcon(element.icon),
    plainOf(element.text),
  );
  if (!isReset) button.addEventListener('click', () => void press(button, element, scope));
  return button;
}

/** One press at a time: the button waits until the bot has answered. */
async function press(button: HTMLButtonElement, element: Fields, scope: CardScope): Promise<void> {
  const submits = element.form_action_type === 'submit';
  if (submits && button.form?.reportValidity() === false) return;
  const { confirm } = element;
  if (isRecord(confirm) && !(await askBefore(plainOf(confirm.title), plainOf(confirm.text)))) return;
  button.disabled = true;
  try {
    await scope.press(element, submits ? valuesOf(scope) : {});
  } finally {
    button.disabled = false;
  }
}

function valuesOf({ fields = new Map() }: CardScope): Record<string, FormValue> {
  const held = [...fields].map(([name, read]): [string, FormValue | undefined] => [name, read()]);
  return Object.fromEntries(held.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
