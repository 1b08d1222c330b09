import { cleanText } from '../../kernel/text/clean-text.ts';

/** What would be Markdown anywhere in a line. */
const MARKS = /[\\|`*_[\]<>&#~!]/g;
/** What would begin a block, were the value to begin a line: a list, a rule, an underline, a container. */
const BLOCK_START = /^(\d{1,9}(?=[.)])|(?=[-+=:]))/;
/** Trimmed by the parser at the edges of lines and cells, and a line break anywhere ends a block. */
const EDGE_SPACE = /^\s+|\s+$/g;

/**
 * A value as Markdown that reads back as exactly that text (cleaned), wherever a template puts it: in a paragraph, a
 * heading, bold, a table cell, a link's text or its `<address>`.
 */
export function escapeMarkdown(value: string | number): string {
  return cleanText(String(value))
    .replace(MARKS, escapeMark)
    .replace(BLOCK_START, '$1\\')
    .replace(EDGE_SPACE, (space) => [...space].map(toReference).join(''))
    .replaceAll('\n', '&#10;');
}

// A backslash before a cell's bar is ambiguous in a table, so these two become character references.
function escapeMark(mark: string): string {
  return mark === '\\' || mark === '|' ? toReference(mark) : `\\${mark}`;
}

function toReference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
