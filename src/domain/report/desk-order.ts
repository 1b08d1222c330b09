import type { Direction } from './arrange-items.ts';

/** What a lead wants done with an item at the desk, for the month's report. */
export type DeskOrder =
  | { readonly kind: 'move'; readonly direction: Direction }
  | { readonly kind: 'omit' | 'restore' | 'original' }
  | { readonly kind: 'section'; readonly name: string }
  /** Without a title, the item's stays. */
  | { readonly kind: 'shorten'; readonly title?: string; readonly body: string }
  /** `into`: the other item's number as typed. */
  | { readonly kind: 'merge'; readonly into: string };

const ALONE: ReadonlyMap<string, DeskOrder> = new Map([
  ['上移', { kind: 'move', direction: 'up' }],
  ['up', { kind: 'move', direction: 'up' }],
  ['下移', { kind: 'move', direction: 'down' }],
  ['down', { kind: 'move', direction: 'down' }],
  ['置顶', { kind: 'move', direction: 'top' }],
  ['top', { kind: 'move', direction: 'top' }],
  ['不入稿', { kind: 'omit' }],
  ['omit', { kind: 'omit' }],
  ['恢复', { kind: 'restore' }],
  ['restore', { kind: 'restore' }],
  ['原文', { kind: 'original' }],
  ['original', { kind: 'original' }],
]);
const WITH_TEXT: readonly {
  readonly verb: RegExp;
  readonly read: (text: string) => DeskOrder | undefined;
}[] = [
  { verb: /^(?:换?栏目到?|section(?=\s))/i, read: (name) => ({ kind: 'section', name }) },
  { verb: /^(?:缩写|shorten(?=\s))/i, read: readWording },
  { verb: /^(?:合并[到入]?|merge(?=\s))/i, read: (into) => ({ kind: 'merge', into }) },
];
/** Only the first line can hold the separator: further down it is part of the text. */
const TITLED = /^([^\n｜|]*)[｜|]([\s\S]*)$/u;

/**
 * Reads `上移`, `不入稿`, `栏目 主题宣传`, `缩写 标题｜内容` (or only the text), `合并 #13`, in either language. Undefined when
 * it is none of these, or says more than it should.
 */
export function parseDeskOrder(text: string): DeskOrder | undefined {
  const written = text.trim();
  const alone = ALONE.get(
    written
      .normalize('NFKC')
      .replace(/[。.!]+$/u, '')
      .toLowerCase(),
  );
  if (alone !== undefined) return alone;
  const order = WITH_TEXT.find(({ verb }) => verb.test(written));
  const rest = order && written.replace(order.verb, '').replace(/^\s*[：:]?\s*/u, '');
  return rest ? order.read(rest) : undefined;
}

function readWording(text: string): DeskOrder | undefined {
  const [, title = '', body = text] = TITLED.exec(text)?.map((part) => part.trim()) ?? [];
  if (title === '' && body === '') return undefined;
  return { kind: 'shorten', ...(title !== '' && { title }), body };
}
