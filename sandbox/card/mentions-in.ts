import { markdownTexts } from './card-texts.ts';

const AT_TAG = /<at\s+([^>]*)>/g;
const PERSON_TAG = /<person\s+([^>]*)>/g;

/** Ids inside `<at id=…>` and `<at ids=a,b>`: these people get notified; `all` is everyone. */
export function atIds(text: string): string[] {
  return [...text.matchAll(AT_TAG)].flatMap(([, attributes = '']) => idsOf(attributes));
}

/** Ids inside `<person id=…>`: shown, not notified. */
export function personIds(text: string): string[] {
  return [...text.matchAll(PERSON_TAG)].flatMap(([, attributes = '']) => idsOf(attributes));
}

/** Who a card notifies, each once. */
export function mentionsIn(card: Record<string, unknown>): string[] {
  return [...new Set(markdownTexts(card).flatMap(({ text }) => atIds(text)))];
}

/** `id=x`, `id='x'`, `id="x"`, and the same for a list under `ids`. */
export function idsOf(attributes: string): string[] {
  const found = /\bids?\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>/]+))/.exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  return value.split(',').map((id) => id.trim());
}
