import { strToU8, zipSync } from 'fflate';
import { makeFacts } from './make-facts.ts';
import { reportCost } from './report-cost.ts';

/** The least that could be done: a paragraph of bare XML for each item, zipped. No template, style or table. */
export async function writeFloor(items: number): Promise<void> {
  const facts = makeFacts(items);
  await reportCost(async () => {
    const paragraphs = facts.items.map(({ body }) => `<w:p><w:r><w:t>${body}</w:t></w:r></w:p>`);
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`;
    return zipSync({ 'word/document.xml': strToU8(xml) });
  });
}
