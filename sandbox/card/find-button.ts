import { isRecord } from '../is-record.ts';
import { asRecords } from './card-texts.ts';
import { fillForm } from './fill-form.ts';
import { type CardNode, walkBelow, walkCard } from './walk-card.ts';

export interface Pressed {
  /** The callback's `action`; absent when the button asks the server nothing. */
  readonly action?: object;
  /** The address it opens. */
  readonly opened?: string;
}

/**
 * Presses the first button with that name or label, or the one at that place. Throws when there is none, when it is disabled, or when its form
 * would not be sent by a client.
 */
export function findButton(
  card: unknown,
  button: string | number,
  given: Readonly<Record<string, unknown>> = {},
): Pressed {
  const nodes = walkCard(card);
  const buttons = nodes.filter(({ tag }) => tag === 'button');
  const found =
    typeof button === 'number'
      ? buttons[button]
      : (buttons.find(({ element }) => element.name === button) ??
        buttons.find((b) => labelOf(b) === button));
  if (!found) throw new Error(`no button ${button} among ${buttons.map(labelOf).join(', ') || 'none'}`);
  if (found.element.disabled === true) throw new Error(`the button ${button} is disabled`);
  const behaviors = asRecords(found.element.behaviors);
  const link = behaviors.find(({ type }) => type === 'open_url');
  const opened = link === undefined ? {} : { opened: String(link.default_url ?? link.pc_url) };
  const callback = behaviors.find(({ type }) => type === 'callback');
  const submits = found.element.form_action_type === 'submit';
  if (!submits && callback === undefined) return opened;
  const form = submits ? nodes.find((node) => node.tag === 'form' && holds(node, found)) : undefined;
  const action = {
    value: callback?.value ?? {},
    tag: 'button',
    timezone: 'Asia/Shanghai',
    ...(found.element.name === undefined ? {} : { name: found.element.name }),
    ...(form === undefined ? {} : { form_value: fillForm(walkBelow(form), given) }),
  };
  return { ...opened, action };
}

function holds(form: CardNode, button: CardNode): boolean {
  return walkBelow(form).some(({ element }) => element === button.element);
}

function labelOf({ element }: CardNode): string {
  const text = element.text;
  return isRecord(text) ? String(text.content) : '';
}
