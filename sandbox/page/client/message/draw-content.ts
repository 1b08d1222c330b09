import { isRecord } from '../../../is-record.ts';
import type { MessageView } from '../../view.ts';
import { drawCard } from '../card/draw-card.ts';
import { showPreview } from '../dialog.ts';
import { el } from '../el.ts';
import { picture } from '../picture.ts';
import { nameOf, type State } from '../state.ts';
import { words } from '../words.ts';
import { cardScope } from './card-scope-of.ts';
import { drawPost } from './draw-post.ts';
import { drawStoredText } from './message-text.ts';

/** What a message says, whatever its kind. */
export function drawContent(message: MessageView, state: State): HTMLElement {
  const content = isRecord(message.content) ? message.content : {};
  switch (message.type) {
    case 'text':
      return el('div', { class: 'bubble text' }, ...drawStoredText(String(content.text), message, state));
    case 'post':
      return el('div', { class: 'bubble' }, drawPost(message, state));
    case 'image':
      return el('div', { class: 'bubble picture' }, picture(String(content.image_key), ''));
    case 'file':
      return drawFile(message);
    case 'interactive':
      return drawCard(message.content, cardScope(message, state));
    case 'merge_forward':
      return drawForwarded(message, state);
    case 'sticker':
      return el('div', { class: 'bubble' }, words().sticker);
    default:
      return el('div', { class: 'bubble undrawn' }, words().cannotDraw(message.type));
  }
}

function drawFile({ file }: MessageView): HTMLElement {
  if (file === null) return el('div', { class: 'bubble undrawn' }, words().cannotDraw(words().file));
  const { key, name, bytes } = file;
  const preview = /\.docx$/i.test(name)
    ? el('button', { type: 'button', class: 'primary', click: () => showPreview(key, name) }, words().preview)
    : null;
  const download = el(
    'a',
    { class: 'button', href: `/page/file/${encodeURIComponent(key)}`, download: name },
    words().download,
  );
  return el(
    'div',
    { class: 'bubble file' },
    el(
      'span',
      { class: 'file-kind', 'aria-hidden': 'true' },
      /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '…',
    ),
    el('div', { class: 'file-name' }, name, el('small', {}, sizeText(bytes))),
    el('div', { class: 'file-buttons' }, preview, download),
  );
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function drawForwarded({ forwarded }: MessageView, state: State): HTMLElement {
  const lines = forwarded.flatMap((id) => {
    const inner = state.messages.get(id);
    return inner === undefined
      ? []
      : [el('p', {}, el('b', {}, `${nameOf(state, inner.senderId)}：`), inner.text)];
  });
  return el('div', { class: 'bubble forwarded' }, el('h3', {}, words().forwarded), ...lines);
}
