import { strFromU8, unzipSync } from 'fflate';

/** Parts of a .docx by path, as text; empty for what is none, as pictures and sheets. */
export function openWordFile(bytes: Uint8Array): Record<string, string> {
  const isText = (path: string) => /\.(?:xml|rels)$/.test(path);
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, isText(path) ? strFromU8(part) : '']),
  );
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

/** The notes of a document in order, each with the words it stands beside. */
export function readComments(parts: Record<string, string>): { note: string; words: string }[] {
  const comments = (parts['word/comments.xml'] ?? '').match(/<w:comment .*?<\/w:comment>/gs) ?? [];
  return comments.map((xml) => {
    const id = /w:id="(\d+)"/.exec(xml)?.[1];
    const range = new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`, 's');
    return { note: readText(xml), words: readText(range.exec(parts['word/document.xml'] ?? '')?.[1] ?? '') };
  });
}

/** The text of a piece of a part, its entities resolved. Paragraphs and line breaks leave no trace. */
function readText(xml: string): string {
  return [...xml.matchAll(/<w:tab\/>|<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/g)]
    .map((match) => match[1] ?? '\t')
    .map(resolveEntities)
    .join('');
}

function resolveEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The texts that a chart shows, in its order. */
export function readLabels(chart: string): readonly string[] {
  return [...chart.matchAll(/<(c:v|a:t)>([^<]*)<\/\1>/g)].map(([, , text = '']) => resolveEntities(text));
}

/** The text of a document as it was before the changes marked in it, and as it is with them. */
export function readMarkedText(document: string): { before: string; after: string } {
  const without = (kind: string) => document.replace(new RegExp(`<w:${kind} .*?</w:${kind}>`, 'gs'), '');
  return { before: readText(without('ins')), after: readText(without('del')) };
}
