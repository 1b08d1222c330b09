import { strFromU8, unzipSync } from 'fflate';

/** Parts of a .docx by path, as text. */
export function openWordFile(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** A style's definition in word/styles.xml. */
export function styleOf(parts: Record<string, string>, id: string): string {
  const match = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(
    parts['word/styles.xml'] ?? '',
  );
  return match?.[0] ?? '';
}

/** Paragraphs of word/document.xml in order, each with its style and text. */
export function readParagraphs(parts: Record<string, string>): { style: string; text: string }[] {
  const paragraphs = (parts['word/document.xml'] ?? '').match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return paragraphs.map((xml) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    text: [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
  }));
}
