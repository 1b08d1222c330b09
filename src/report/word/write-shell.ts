import {
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { normalizeBinary, normalizeCharts } from './normalize-charts.ts';
import { normalizeParts } from './normalize-parts.ts';
import { LINE, PAGE } from './page.ts';
import { DOCUMENT, type Parts, patchParts } from './patch-parts.ts';
import { FOOTER_STYLE, styles } from './styles.ts';
import { EAST_ASIAN } from './write-runs.ts';

/** What the file says about itself. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  /** When it was made, ISO-8601 UTC. */
  readonly instant: string;
}

/** A document without its text: what the library knows of styles, page, footers, drawings and how they hang together. */
export interface Shell {
  /** All parts that are text, but for `word/document.xml`. */
  readonly parts: Parts;
  /** Pictures, and the sheets behind charts, by path. */
  readonly binaries: Readonly<Record<string, Uint8Array>>;
  /** `word/document.xml` before and after its body. */
  readonly before: string;
  readonly after: string;
  /** XML of each drawing. */
  readonly drawings: readonly string[];
}

/** A paragraph that stands where a drawing ends and another begins; the library never writes one like it. */
const BORDER = 'Border';
const BORDER_XML = `<w:p><w:pPr><w:pStyle w:val="${BORDER}"/></w:pPr></w:p>`;

/** The page, its styles and footers by GB/T 9704-2012, and the drawings. Same drawings and properties, same shell. */
export async function writeShell(
  drawings: readonly Paragraph[],
  properties: DocumentProperties,
): Promise<Shell> {
  const border = () => new Paragraph({ style: BORDER });
  const children = [border(), ...drawings.flatMap((drawing) => [drawing, border()])];
  const packed = Object.entries(unzipSync(await Packer.toBuffer(describePage(children, properties))));
  const texts = packed.filter(([path]) => isText(path)).map(([path, bytes]) => [path, strFromU8(bytes)]);
  const binaries = packed
    .filter(([path]) => !isText(path))
    .map(([path, bytes]) => [path, normalizeBinary(path, bytes)]);
  const { [DOCUMENT]: document = '', ...parts } = normalizeParts(
    patchParts(normalizeCharts(Object.fromEntries(texts))),
    properties.instant,
  );
  const [before = '', ...pieces] = document.split(BORDER_XML);
  return {
    parts,
    binaries: Object.fromEntries(binaries),
    before,
    after: pieces.at(-1) ?? '',
    drawings: pieces.slice(0, -1),
  };
}

/** A document of the library's own with this content. */
export function describePage(
  children: readonly FileChild[],
  { title, author }: Pick<DocumentProperties, 'title' | 'author'>,
): Document {
  return new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE, grid: { type: DocumentGridType.LINES, linePitch: LINE } },
        footers: { default: writeFooter(FOOTER_STYLE.odd), even: writeFooter(FOOTER_STYLE.even) },
        children,
      },
    ],
  });
}

function writeFooter(style: string): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: EAST_ASIAN });
  return new Footer({ children: [new Paragraph({ style, children: [number] })] });
}

/** Pictures are taken as they are. */
function isText(path: string): boolean {
  return /\.(?:xml|rels)$/.test(path);
}
