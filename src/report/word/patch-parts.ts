import { FONT, FONT_STAND_INS } from './page.ts';
import { CELL_STYLE, FOOTER_STYLE, STYLE } from './styles.ts';

/** Parts of a .docx by their path in it, as XML text. */
export type Parts = Readonly<Record<string, string>>;

export const DOCUMENT = 'word/document.xml';

/** Says what the document library has no word for. Throws when a part is not as the library writes it. */
export function patchParts(parts: Parts): Parts {
  return {
    ...parts,
    'word/styles.xml': STYLE_PATCHES.reduce(patchStyle, parts['word/styles.xml'] ?? ''),
    'word/settings.xml': replaceOnce(
      parts['word/settings.xml'] ?? '',
      '<w:compat>',
      // Chinese punctuation at a line's end gives way, as offices are used to.
      '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
    ),
    'word/fontTable.xml': writeFontTable(parts['word/fontTable.xml'] ?? ''),
  };
}

interface StylePatch {
  readonly style: string;
  readonly from: string;
  readonly to: string;
}

const NO_GRID = '<w:snapToGrid w:val="0"/><w:spacing ';

// Indents in characters follow the type size when somebody changes it; Word prefers them to those in twips.
const STYLE_PATCHES: readonly StylePatch[] = [
  { style: 'Normal', from: '<w:pPr>', to: '<w:pPr><w:widowControl w:val="0"/>' },
  // Viewers that snap every line to the grid would give a tall title line two of its lines.
  { style: STYLE.title, from: '<w:spacing ', to: NO_GRID },
  { style: STYLE.sign, from: '<w:ind w:right="640"', to: '<w:ind w:rightChars="200" w:right="640"' },
  { style: FOOTER_STYLE.odd, from: '<w:ind w:right="280"', to: '<w:ind w:rightChars="100" w:right="280"' },
  { style: FOOTER_STYLE.even, from: '<w:ind w:left="280"', to: '<w:ind w:leftChars="100" w:left="280"' },
  { style: CELL_STYLE, from: '<w:spacing ', to: NO_GRID },
  { style: STYLE.note, from: '<w:spacing ', to: NO_GRID },
];

function patchStyle(xml: string, { style, from, to }: StylePatch): string {
  const start = xml.indexOf(`w:styleId="${style}"`);
  const end = xml.indexOf('</w:style>', start);
  return xml.slice(0, start) + replaceOnce(xml.slice(start, end), from, to) + xml.slice(end);
}

function writeFontTable(xml: string): string {
  const fonts = Object.values(FONT).map((name) => {
    const standIn = FONT_STAND_INS[name];
    const altName = standIn === undefined ? '' : `<w:altName w:val="${standIn}"/>`;
    // 86 is the character set of simplified Chinese, 00 that of Latin fonts.
    return `<w:font w:name="${name}">${altName}<w:charset w:val="${name === FONT.latin ? '00' : '86'}"/></w:font>`;
  });
  return xml.replace(
    /<w:fonts([^>]*?)\/>$/,
    (_, attributes: string) => `<w:fonts${attributes}>${fonts.join('')}</w:fonts>`,
  );
}

function replaceOnce(xml: string, from: string, to: string): string {
  if (!xml.includes(from)) throw new Error(`the document library no longer writes ${from}`);
  return xml.replace(from, () => to);
}
