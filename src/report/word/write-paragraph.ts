/** What a paragraph says of itself beyond its style. Measures in twips. */
export interface ParagraphLook {
  readonly style: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Above it. */
  readonly space?: number;
  readonly indent?: { readonly left: number; readonly right?: number; readonly hanging?: number };
  readonly alignment?: 'left' | 'center' | 'right';
}

/** A paragraph around its content, which is XML. Word is particular about the order of properties (ECMA-376, 17.3.1). */
export function writeParagraph(look: ParagraphLook, content: string): string {
  return `<w:p><w:pPr>${writeLook(look)}</w:pPr>${content}</w:p>`;
}

function writeLook({ style, keepNext, pageBreakBefore, space, indent, alignment }: ParagraphLook): string {
  return [
    `<w:pStyle w:val="${style}"/>`,
    keepNext === undefined ? '' : keepNext ? '<w:keepNext/>' : '<w:keepNext w:val="false"/>',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    space === undefined ? '' : `<w:spacing w:before="${space}"/>`,
    indent === undefined ? '' : writeIndent(indent),
    alignment === undefined ? '' : `<w:jc w:val="${alignment}"/>`,
  ].join('');
}

function writeIndent({ left, right, hanging }: NonNullable<ParagraphLook['indent']>): string {
  const end = right === undefined ? '' : ` w:right="${right}"`;
  const first = hanging === undefined ? '' : ` w:hanging="${hanging}"`;
  return `<w:ind w:left="${left}"${end}${first}/>`;
}
