import { FileChild, type IContext, ImportedXmlComponent, type IXmlableObject } from 'docx';
import { type DocumentLayout, layoutDocument } from 'docx/layout';
import type { Block } from '../../src/report/markdown/block.ts';
import { createLinks } from '../../src/report/word/create-links.ts';
import { writeBody } from '../../src/report/word/write-body.ts';
import { describePage } from '../../src/report/word/write-shell.ts';

/** The pages of a document without drawings, laid out by Word's rules. */
export function layoutBlocks(blocks: readonly Block[]): DocumentLayout {
  const body = [...writeBody(blocks, { links: createLinks(), drawn: new Map() })].join('');
  const children = body.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>/gs) ?? [];
  const page = describePage(
    children.map((xml) => new ImportedChild(xml)),
    { title: '', author: '' },
  );
  return layoutDocument(page, { guess: true });
}

/** A paragraph or a table that is XML already. */
class ImportedChild extends FileChild {
  readonly #content: ImportedXmlComponent;

  constructor(xml: string) {
    super('imported');
    this.#content = ImportedXmlComponent.fromXmlString(xml);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    return this.#content.prepForXml(context);
  }
}
