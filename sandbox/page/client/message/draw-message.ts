import type { MessageView } from '../../view.ts';
import { el } from '../el.ts';
import { timeText } from '../format-time.ts';
import { nameOf, personOf, type State } from '../state.ts';
import { words } from '../words.ts';
import { drawContent } from './draw-content.ts';
import { drawMessageTools } from './message-tools.ts';

/** One message with its sender, what it answers, and what can be done with it. */
export function drawMessage(message: MessageView, state: State): HTMLElement {
  const name = nameOf(state, message.senderId);
  if (message.recalled) return el('li', { class: 'recalled', 'data-id': message.id }, words().recalled(name));
  const isBot = message.senderId === 'bot';
  const title = isBot ? words().bot : (personOf(state, message.senderId)?.title ?? '');
  const head = el(
    'div',
    { class: 'message-head' },
    el('b', {}, name),
    title === '' ? null : el('span', { class: isBot ? 'badge' : 'title' }, title),
    el('time', {}, timeText(message.atMs)),
    message.edited
      ? el('span', {}, message.type === 'interactive' ? words().cardUpdated : words().edited)
      : null,
  );
  const reactions =
    message.reactions.length > 0 ? el('div', { class: 'reactions' }, message.reactions.join('　')) : null;
  const side = message.senderId === state.me ? 'message mine' : 'message';
  return el(
    'li',
    { class: side, 'data-id': message.id },
    avatar(name, isBot),
    el(
      'div',
      { class: 'message-main' },
      head,
      drawQuote(message, state),
      drawContent(message, state),
      reactions,
      drawMessageTools(message, state),
    ),
  );
}

function drawQuote({ parentId }: MessageView, state: State): HTMLElement | null {
  const parent = parentId === null ? undefined : state.messages.get(parentId);
  if (parent === undefined) return null;
  const name = nameOf(state, parent.senderId);
  const text = parent.recalled
    ? words().recalled(name)
    : `${words().replyTo(name)}：${parent.text.replaceAll('\n', ' ')}`;
  return el('div', { class: 'quote' }, text);
}

const HUES = 12;

/** The last two characters of the name on a colour of its own. */
export function avatar(name: string, isBot: boolean): HTMLElement {
  const sum = [...name].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
  const look = isBot ? 'avatar avatar-bot' : `avatar avatar-${sum % HUES}`;
  return el('span', { class: look, 'aria-hidden': 'true' }, isBot ? '宣' : [...name].slice(-2).join(''));
}
