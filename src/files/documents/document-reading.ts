/**
 * What a document says, or why nothing. `ole`: .doc or .wps that can't be read, or an encrypted file; `damaged`: no
 * document, cut off, or not to be trusted; `too-large`: more than we will unpack.
 */
export type DocumentReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: DocumentRefusal };

export type DocumentRefusal = 'ole' | 'damaged' | 'too-large';

/** Ends the reading of a document. */
export class UnreadableDocument extends Error {
  readonly reason: DocumentRefusal;

  constructor(reason: DocumentRefusal, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnreadableDocument';
    this.reason = reason;
  }
}

/** Far above any report, far below what hurts. */
export const MOST_PARAGRAPHS = 20_000;
export const MOST_CHARACTERS = 500_000;
