import { appendEntries, RELATIONS, TYPES } from './append-entries.ts';
import { escapeXml } from './escape-xml.ts';
import { INITIALS, MARKED_BY, writeMarkDate } from './mark-author.ts';
import type { Parts } from './patch-parts.ts';
import { COMMENT_STYLE } from './styles.ts';

/** A note in the margin. Its id is its place in the list. */
export interface Comment {
  readonly text: string;
}

const PART = 'word/comments.xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATION_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/**
 * Adds the part that holds what comments say. No comments, no part.
 */
export function addComments(parts: Parts, comments: readonly Comment[], instant: string): Parts {
  if (comments.length === 0) return parts;
  const date = writeMarkDate(instant);
  const xml = comments.map(({ text }, id) => writeComment(text, { id, date })).join('');
  const part = `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${NAMESPACE}">${xml}</w:comments>`;
  const declared = appendEntries(parts, TYPES, [
    `<Override ContentType="${CONTENT_TYPE}" PartName="/${PART}"/>`,
  ]);
  const related = appendEntries(declared, RELATIONS, [
    `<Relationship Id="rIdComments" Type="${RELATION_TYPE}" Target="comments.xml"/>`,
  ]);
  return { ...related, [PART]: part };
}

function writeComment(text: string, { id, date }: { readonly id: number; readonly date: string }): string {
  return (
    `<w:comment w:id="${id}" w:author="${MARKED_BY}" w:date="${date}" w:initials="${INITIALS}">` +
    `<w:p><w:pPr><w:pStyle w:val="${COMMENT_STYLE.text}"/></w:pPr>` +
    `<w:r><w:rPr><w:rStyle w:val="${COMMENT_STYLE.mark}"/></w:rPr><w:annotationRef/></w:r>` +
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>` +
    '</w:p></w:comment>'
  );
}
