import type { MessageView } from '../../view.ts';
import { el } from '../el.ts';
import { sendAct } from '../send-act.ts';
import { change, current, type State } from '../state.ts';
import { words } from '../words.ts';

/** What a person can do with a message: they show up under the pointer or the keyboard. */
export function drawMessageTools(message: MessageView, state: State): HTMLElement {
  const { me } = state;
  const isOwn = message.senderId === me;
  const tool = (label: string, click: () => void) =>
    el('button', { type: 'button', class: 'quiet', click }, label);
  const isText = message.type === 'text';
  return el(
    'div',
    { class: 'message-tools' },
    tool(words().reply, () => replyTo(message.id)),
    isOwn ? tool(words().recall, () => void sendAct({ act: 'recall', as: me, message: message.id })) : null,
    isOwn && isText ? tool(words().edit, () => startEditing(message, me)) : null,
    message.type === 'interactive' ? null : tool(words().forward, () => pick(message.id)),
  );
}

function replyTo(id: string): void {
  change({ replyTo: id });
  document.querySelector<HTMLElement>('.composer textarea')?.focus();
}

/** Picks a message for forwarding, or lets go of it. */
function pick(id: string): void {
  const picked = current()?.picked ?? [];
  change({ picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id] });
}

/** The message's text becomes a field in its place. */
function startEditing(message: MessageView, me: string): void {
  const bubble = document.querySelector(`[data-id="${message.id}"] .bubble`);
  const area = el('textarea', { rows: 3, 'aria-label': words().edit });
  area.value = message.text;
  const done = async () => {
    await sendAct({ act: 'edit', as: me, message: message.id, text: area.value });
  };
  const field = el(
    'div',
    { class: 'bubble editing' },
    area,
    el('button', { type: 'button', class: 'primary', click: () => void done() }, words().editDone),
  );
  bubble?.replaceWith(field);
  area.focus();
}
