/** A change within a text: at this place (UTF-16 units) `from` becomes `to`. */
export interface TextEdit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** A piece of a text: as it is, or what an edit makes of it. */
export type TextPiece = { readonly text: string } | Pick<TextEdit, 'from' | 'to'>;

/** A text in pieces, cut at its edits. They must be in order and not overlap. */
export function cutText(text: string, edits: readonly TextEdit[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { at, from, to } of edits) {
    if (at > end) pieces.push({ text: text.slice(end, at) });
    pieces.push({ from, to });
    end = at + from.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The text as it reads with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return cutText(text, edits)
    .map((piece) => ('text' in piece ? piece.text : piece.to))
    .join('');
}
