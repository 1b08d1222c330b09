import { asRecords } from '../../../card/card-texts.ts';
import { isRecord } from '../../../is-record.ts';
import type { MessageView } from '../../view.ts';
import { el, link } from '../el.ts';
import { picture } from '../picture.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';
import { drawStoredText } from './message-text.ts';

/** A rich-text message, a paragraph a line. */
export function drawPost(message: MessageView, state: State): HTMLElement {
  const content = isRecord(message.content) ? message.content : {};
  const paragraphs = Array.isArray(content.content) ? content.content : [];
  const title =
    typeof content.title === 'string' && content.title !== '' ? el('h3', {}, content.title) : null;
  const lines = paragraphs.map((parts: unknown) =>
    el('p', {}, ...asRecords(parts).flatMap((part) => drawPart(part, message, state))),
  );
  return el('div', { class: 'post' }, title, ...lines);
}

function drawPart(part: Readonly<Record<string, unknown>>, message: MessageView, state: State): Node[] {
  const text = typeof part.text === 'string' ? part.text : '';
  switch (part.tag) {
    case 'text':
      return [el('span', { class: styleClasses(part.style) }, ...drawStoredText(text, message, state))];
    case 'a':
      return [link(String(part.href), text)];
    case 'at':
      return drawStoredText(String(part.user_id), message, state);
    case 'img':
      return [picture(String(part.image_key), '')];
    case 'hr':
      return [el('hr')];
    case 'code_block':
      return [el('pre', {}, text)];
    default:
      return [el('span', { class: 'undrawn' }, words().cannotDraw(String(part.tag)))];
  }
}

function styleClasses(style: unknown): string | undefined {
  return Array.isArray(style) && style.length > 0
    ? style.map((one) => `style-${String(one)}`).join(' ')
    : undefined;
}
