import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A .docx of the given XML inside `w:body`, with whatever else is to lie in the package. */
export function makeDocx(
  body: string,
  more: Readonly<Record<string, Uint8Array>> = {},
  prolog = '',
): Uint8Array {
  const document = `${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(document),
    ...more,
  });
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A package whose document unpacks to so many MB of blanks, made without ever holding them. */
export function makeBomb(megabytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  const add = (name: string, pieces: Iterable<Uint8Array>) => {
    const entry = new ZipDeflate(name, { level: 9 });
    zip.add(entry);
    for (const piece of pieces) entry.push(piece, false);
    entry.push(new Uint8Array(0), true);
  };
  add('[Content_Types].xml', [strToU8(TYPES)]);
  add('_rels/.rels', [strToU8(RELATIONS)]);
  const blanks = new Uint8Array(1024 * 1024).fill(0x20);
  add(
    'word/document.xml',
    Array.from({ length: megabytes }, () => blanks),
  );
  zip.end();
  return Buffer.concat(chunks);
}
