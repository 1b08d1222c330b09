import type { WireMessage } from '../domain/message/outgoing.ts';
import { cleanLine, cleanText } from '../kernel/text/clean-text.ts';
import type { Locale } from '../kernel/text/texts.ts';
import { checkId } from './check-id.ts';
import { drawCard } from './draw-card.ts';
import { cardWords } from './words.ts';

export interface WireContent {
  readonly msg_type: 'interactive' | 'post' | 'file';
  readonly content: string;
  /** True when less goes out than was given. */
  readonly shortened: boolean;
}

/** The platform takes 30 KB for a rich text, request and all. */
const MAX_NOTICE_BYTES = 28 * 1024;

/** The message as the platform wants it: `content` is JSON in text. */
export function wireContent(message: WireMessage, locale: Locale): WireContent {
  if (message.kind === 'card') {
    const { json, shortened } = drawCard(message.card, locale);
    return { msg_type: 'interactive', content: JSON.stringify(json), shortened };
  }
  if (message.kind === 'notice') return noticeContent(message, locale);
  const content = JSON.stringify({ file_key: checkId('resource', message.fileKey) });
  return { msg_type: 'file', content, shortened: false };
}

type PostElement =
  | { readonly tag: 'text'; readonly text: string }
  | { readonly tag: 'a'; readonly text: string; readonly href: string };

/**
 * A notice goes out as rich text of nothing but text nodes, and perhaps a link of our own at its end. In the platform's plain text messages `<at …>`, tags and
 * links that a user typed would come to life, and there is no escape for them.
 */
function noticeContent(
  { text, link }: Extract<WireMessage, { kind: 'notice' }>,
  locale: Locale,
): WireContent {
  const signs = [...cleanText(text)];
  const kept = signs.slice(0, fittingLength(signs));
  const shortened = kept.length < signs.length;
  const shown = shortened ? `${kept.join('')}${cardWords(locale).cut(signs.length)}` : kept.join('');
  const lines: PostElement[][] = shown.split('\n').map((line) => [{ tag: 'text', text: line }]);
  if (link !== undefined) lines.at(-1)?.push({ tag: 'a', text: cleanLine(link.label), href: link.url });
  const language = locale === 'en' ? 'en_us' : 'zh_cn';
  return {
    msg_type: 'post',
    content: JSON.stringify({ [language]: { title: '', content: lines } }),
    shortened,
  };
}

/** How many of the characters fit, each line break counted with the node it opens. */
function fittingLength(signs: readonly string[]): number {
  const node = 48;
  let bytes = 0;
  for (const [index, sign] of signs.entries()) {
    bytes += sign === '\n' ? node : Buffer.byteLength(JSON.stringify(JSON.stringify(sign))) - 6;
    if (bytes > MAX_NOTICE_BYTES) return index;
  }
  return signs.length;
}
