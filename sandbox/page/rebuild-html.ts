const KEPT = new Set('h1 h2 h3 h4 p table tr td th strong em u s sup sub ol ul li br img'.split(' '));
const CLASSES = new Set(['sign', 'flush', 'annex', 'note']);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi;

/**
 * HTML of a converted document, written anew from elements and attributes of a fixed list: whatever else stood there,
 * links and scripts included, is gone, its text stays. Of pictures only those inside the file itself are kept. The
 * converter marks every row as a heading row where the file names the property at all; only the first is taken for one.
 */
export function rebuildHtml(html: string): string {
  let rest = 0;
  let row = 0;
  let out = '';
  for (const found of html.matchAll(TAG)) {
    out += escapeText(html.slice(rest, found.index));
    rest = found.index + found[0].length;
    const [, close = '', name = '', attributes = ''] = found;
    const tag = name.toLowerCase();
    if (tag === 'table') row = 0;
    if (tag === 'tr' && close === '') row += 1;
    if (!KEPT.has(tag)) continue;
    out += `<${close}${tag === 'th' && row > 1 ? 'td' : tag}${close === '' ? keptAttributes(tag, attributes) : ''}>`;
  }
  return out + escapeText(html.slice(rest));
}

/** Text comes with its entities; what could still open a tag is written as text. */
function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function keptAttributes(tag: string, attributes: string): string {
  const value = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (tag === 'img') return imageAttributes(value('src'), value('alt'));
  const kept = [
    ['class', CLASSES.has(value('class')) ? value('class') : ''],
    ['colspan', /^\d{1,3}$/.test(value('colspan')) ? value('colspan') : ''],
    ['rowspan', /^\d{1,3}$/.test(value('rowspan')) ? value('rowspan') : ''],
  ].filter(([, text]) => text !== '');
  return kept.map(([name, text]) => ` ${name}="${text}"`).join('');
}

function imageAttributes(src: string, alt: string): string {
  const inside = /^data:image\/(png|jpeg|gif);base64,[A-Za-z0-9+/=]*$/.test(src);
  return ` alt="${escapeText(alt)}"${inside ? ` src="${src}"` : ''}`;
}
