/** The styles people number a list in. The dot of `1.5公里` and the comma of `1、2月开展` number nothing; in `1、2月3日` it does. */
const STYLES: readonly RegExp[] = [
  /^[^\S\n]*([0-9０-９]{1,2})[.．](?![0-9０-９])/u,
  /^[^\S\n]*([0-9０-９]{1,2})、(?![0-9０-９]{1,2}(?:月(?![0-9０-９])|[日号季]))/u,
  /^[^\S\n]*([0-9０-９]{1,2})[)）]/u,
  /^[^\S\n]*[(（]([0-9０-９]{1,2})[)）]/u,
];
const LABELLED = /^\s*(部\s*门|日\s*期|栏\s*目|专\s*题|拟\s*投|约\s*稿)\s*[：:]/u;
const SEPARATOR_OR_BREAK = /[｜|\n]/u;

/**
 * The items in one submission, each as it would be sent alone. There are several only where the writer left no doubt:
 * the text begins with `1.` (`1、`, `1）`, `（1）`) and the lines numbered in that style run 1, 2, 3 …; or it falls into
 * parts by blank lines that each are `标题｜内容`, or each repeat the same label (`栏目：`). Labelled lines before the first
 * number are meant for every item. In all other cases the text is one item, unchanged. Nothing that was written is
 * lost but the numbers themselves.
 */
export function splitItems(text: string): readonly string[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/u);
  return splitAtNumbers(lines) ?? splitAtBlankLines(lines) ?? [text];
}

/** True when a text says something about an item (`栏目：`, `日期：`) but holds none. */
export function hasOnlyLabels(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || LABELLED.test(line));
}

function splitAtNumbers(lines: readonly string[]): readonly string[] | undefined {
  const first = lines.findIndex((line) => line.trim() !== '' && !LABELLED.test(line));
  const style = STYLES.find((pattern) => numberOf(lines[first], pattern) === 1);
  if (style === undefined) return undefined;
  const starts = lines.flatMap((line, at) => (numberOf(line, style) === undefined ? [] : [at]));
  const inOrder = starts.every((at, index) => numberOf(lines[at], style) === index + 1);
  if (starts.length < 2 || !inOrder) return undefined;
  const shared = lines.slice(0, first).filter((line) => line.trim() !== '');
  const parts = starts.map((from, index) => {
    const [head = '', ...rest] = lines.slice(from, starts[index + 1]);
    return [head.replace(style, ''), ...rest].join('\n').trim();
  });
  if (parts.includes('')) return undefined;
  return parts.map((part) => [...shared, part].join('\n'));
}

function numberOf(line: string | undefined, style: RegExp): number | undefined {
  const digits = line === undefined ? undefined : style.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits.normalize('NFKC'));
}

/** A title, a blank line and paragraphs are one item: blank lines alone say nothing. */
function splitAtBlankLines(lines: readonly string[]): readonly string[] | undefined {
  const parts = partsOf(lines);
  if (parts.length < 2) return undefined;
  if (parts.every((part) => isSeparated(unlabelled(part).join('\n')))) return join(parts);
  // Each label once: thousands of them in one part would be looked for thousands of times.
  const repeated = [...new Set(labelsOf(parts[0] ?? []))].some((label) =>
    parts.every((part) => labelsOf(part).includes(label) && unlabelled(part).length > 0),
  );
  return repeated ? join(parts) : undefined;
}

/** `标题｜内容`, the separator in the first line and words on both sides of it. */
function isSeparated(text: string): boolean {
  const at = text.search(SEPARATOR_OR_BREAK);
  return at > 0 && text[at] !== '\n' && text.slice(0, at).trim() !== '' && text.slice(at + 1).trim() !== '';
}

function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') parts.at(-1)?.push(line);
    else parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

function unlabelled(part: readonly string[]): readonly string[] {
  return part.filter((line) => !LABELLED.test(line));
}

function labelsOf(part: readonly string[]): readonly string[] {
  return part.flatMap((line) => LABELLED.exec(line)?.[1]?.replace(/\s/gu, '') ?? []);
}

function join(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.map((part) => part.join('\n'));
}
