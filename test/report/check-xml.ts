const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g;
const BAD_TEXT =
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/iu;

/** The first thing that keeps a text from being well-formed XML; empty when nothing does. */
export function checkXml(xml: string): string {
  const body = xml.replace(/^<\?xml [^>]*\?>/, '');
  // Whatever no tag takes is text, a broken tag included.
  const bad = body.split(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/).find((text) => BAD_TEXT.test(text));
  if (bad !== undefined) return `bad text: ${JSON.stringify(bad.slice(0, 80))}`;
  const open: string[] = [];
  for (const [whole, closing, name = '', attributes = '', empty] of body.matchAll(TAG)) {
    if (hasTwins(attributes)) return `attribute given twice: ${whole}`;
    if (closing && open.pop() !== name) return `closed without being open: ${whole}`;
    if (!closing && !empty) open.push(name);
  }
  return open.length > 0 ? `never closed: ${open.join(' ')}` : '';
}

function hasTwins(attributes: string): boolean {
  const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map((match) => match[1]);
  return new Set(names).size < names.length;
}
