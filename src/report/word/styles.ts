import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { ParagraphKind } from '../markdown/block.ts';
import { CHARACTER, FONT, LINE, SIZE, SMALL_LINE, TIGHTENED } from './page.ts';

/** Style ids in the document. */
export const STYLE = {
  title: 'Title',
  h1: 'Heading1',
  h2: 'Heading2',
  h3: 'Heading3',
  p: 'BodyText',
  salutation: 'Salutation',
  sign: 'Signature',
  annex: 'AnnexLabel',
  note: 'Note',
  enclosures: 'Enclosure',
} as const satisfies Record<ParagraphKind, string>;
export const CELL_STYLE = 'TableCell';
/** Of a comment in the margin, and of the mark that ties it to the text. */
export const COMMENT_STYLE = { text: 'CommentText', mark: 'CommentReference' } as const;
/** A picture, whose line is as high as it is, and the caption below. */
export const PICTURE_STYLE = { image: 'Picture', caption: 'Caption' } as const;
export const FOOTER_STYLE = { odd: 'FooterOdd', even: 'FooterEven' } as const;

const exact = (line: number) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT });
const fonts = (eastAsia: string) => ({
  ascii: FONT.latin,
  hAnsi: FONT.latin,
  cs: FONT.latin,
  eastAsia,
});
const indented = { firstLine: 2 * CHARACTER, firstLineChars: 200 };
const BLACK = '000000';

const normal: IParagraphStyleOptions = {
  id: 'Normal',
  name: 'Normal',
  quickFormat: true,
  run: { font: fonts(FONT.body), size: SIZE.body, characterSpacing: TIGHTENED },
  paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: exact(LINE) },
};

function define(id: string, name: string, style: Omit<IParagraphStyleOptions, 'id' | 'name'>) {
  return { id, name, basedOn: 'Normal', next: STYLE.p, quickFormat: true, ...style };
}

function heading(font: string, outlineLevel: number): Omit<IParagraphStyleOptions, 'id'> {
  return {
    basedOn: 'Normal',
    next: STYLE.p,
    quickFormat: true,
    run: { font: fonts(font), size: SIZE.body, color: BLACK },
    paragraph: { spacing: exact(LINE), indent: indented, keepNext: true, keepLines: true, outlineLevel },
  };
}

const title: Omit<IParagraphStyleOptions, 'id'> = {
  basedOn: 'Normal',
  next: STYLE.p,
  quickFormat: true,
  run: { font: fonts(FONT.title), size: SIZE.title, color: BLACK },
  paragraph: {
    alignment: AlignmentType.CENTER,
    spacing: { ...exact(LINE), after: LINE },
    keepNext: true,
    keepLines: true,
  },
};

const small = { size: SIZE.small };
const footerRun = {
  font: { ...fonts(FONT.pageNumber), ascii: FONT.pageNumber, hAnsi: FONT.pageNumber },
  ...small,
};

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fonts(FONT.body),
        size: SIZE.body,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
    },
    title,
    heading1: heading(FONT.heading, 0),
    heading2: heading(FONT.subheading, 1),
    heading3: heading(FONT.body, 2),
    hyperlink: { run: { color: BLACK } },
  },
  paragraphStyles: [
    normal,
    define(STYLE.p, 'Body Text', { paragraph: { indent: indented } }),
    // Whom the text is for begins at the margin (GB/T 9704-2012, 7.3.2).
    define(STYLE.salutation, 'Salutation', { paragraph: { keepNext: true } }),
    define(STYLE.sign, 'Signature', {
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 2 * CHARACTER }, keepLines: true },
    }),
    define(STYLE.annex, 'Annex Label', {
      run: { font: fonts(FONT.heading) },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { ...exact(LINE), after: LINE }, keepNext: true },
    }),
    define(STYLE.note, 'Table Note', {
      run: small,
      paragraph: { spacing: exact(SMALL_LINE), keepLines: true },
    }),
    define(STYLE.enclosures, 'Enclosure', {
      // 附件： and the number stand out to the left; names longer than a line align under themselves.
      paragraph: { indent: { left: 5 * CHARACTER, hanging: 3 * CHARACTER } },
    }),
    define(CELL_STYLE, 'Table Cell', { run: small, paragraph: { spacing: exact(SMALL_LINE) } }),
    define(PICTURE_STYLE.image, 'Picture', {
      next: PICTURE_STYLE.caption,
      paragraph: {
        alignment: AlignmentType.CENTER,
        // In lines of an exact height a picture is cut off.
        spacing: { before: LINE / 3, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    }),
    define(PICTURE_STYLE.caption, 'caption', {
      run: small,
      paragraph: { alignment: AlignmentType.CENTER, spacing: exact(LINE), keepLines: true },
    }),
    define(COMMENT_STYLE.text, 'annotation text', {
      run: { size: SIZE.comment, characterSpacing: 0 },
      paragraph: {
        alignment: AlignmentType.LEFT,
        spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      },
    }),
    define(FOOTER_STYLE.odd, 'Footer Odd', {
      run: footerRun,
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 280 }, spacing: exact(320) },
    }),
    define(FOOTER_STYLE.even, 'Footer Even', {
      run: footerRun,
      paragraph: { alignment: AlignmentType.LEFT, indent: { left: 280 }, spacing: exact(320) },
    }),
  ],
  characterStyles: [{ id: COMMENT_STYLE.mark, name: 'annotation reference', run: { size: SIZE.comment } }],
};
