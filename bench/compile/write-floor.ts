import { strToU8, zipSync } from 'fflate';
import { makeFacts } from './make-facts.ts';
import { reportCost } from './report-cost.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The least that could be done: a paragraph of bare XML for each item, zipped. No template, style or table. */
export async function writeFloor(items: number): Promise<void> {
  const facts = makeFacts(items);
  await reportCost(async () => zipBody(facts.items.map(({ body }) => writeParagraph(body))));
}

export function writeParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A document of nothing but these elements. */
export function zipBody(elements: readonly string[]): Uint8Array {
  const xml = `<w:document xmlns:w="${NAMESPACE}"><w:body>${elements.join('')}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}
