import { createHash } from 'node:crypto';
import { rebuildHtml } from './rebuild-html.ts';

export interface Preview {
  readonly html: string;
  /** The Content-Security-Policy under which it may be shown: nothing runs, nothing is loaded. */
  readonly policy: string;
}

/** Word's styles to elements; those of the bot's own report by name. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
  "p[style-name='Signature'] => p.sign:fresh",
  "p[style-name='Enclosure'] => p.flush:fresh",
  "p[style-name='Annex Label'] => p.annex:fresh",
  "p[style-name='Table Note'] => p.note:fresh",
];

/** A sheet of A4 as official papers look; the sizes of print, in points. */
const STYLE = `
:root { color-scheme: light; }
body { margin: 0; padding: 24px 12px; background: #e9ebee; color: #111;
  font: 12pt/1.9 FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
article { box-sizing: border-box; max-width: 210mm; min-height: 297mm; margin: 0 auto 16px; padding: 37mm 26mm 35mm 28mm;
  background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 20%); overflow-wrap: anywhere; }
h1 { margin: 0 0 1.2em; text-align: center; font: 700 18pt/1.5 STZhongsong, "Noto Serif CJK SC", SimSun, serif; }
h2, h3, h4, p { margin: 0; text-indent: 2em; text-align: justify; font-size: inherit; }
h2 { font-family: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
h3 { font-family: KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
p.sign { padding-right: 2em; text-align: right; }
p.flush, p.annex, p.note, td p, th p { text-indent: 0; }
p.annex { margin-bottom: 1em; font-family: SimHei, "Noto Sans CJK SC", sans-serif; }
p.note { font-size: 10pt; }
table { width: 100%; margin: 0.8em 0; border-collapse: collapse; font-size: 10pt; line-height: 1.5; }
td, th { padding: 3px 6px; border: 1px solid #444; font-weight: inherit; }
td p, th p { text-align: center; }
img { max-width: 100%; }
.unseen { max-width: 210mm; margin: 0 auto; color: #555; font-size: 10pt; text-indent: 0; }
@media (max-width: 640px) { body { padding: 0; } article { min-height: 0; padding: 24px 18px; } }
`;

const POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/**
 * A Word file (.docx) as a page: its text, tables and pictures as they are, its looks roughly, each annex on a sheet of its
 * own. What cannot be shown is said: charts, and a file that cannot be read.
 */
export async function previewDocument(bytes: Buffer): Promise<Preview> {
  const body = `<main>${toSheets(await convert(bytes))}${tellOfCharts(bytes)}</main>`;
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>预览</title><style>${STYLE}</style></head><body>${body}</body></html>`;
  return { html, policy: POLICY };
}

function toSheets(html: string): string {
  const sheets = html.split(/(?=<p class="annex">)/);
  return sheets.map((sheet) => `<article>${sheet}</article>`).join('');
}

/** The converter passes them over. The names of a package's parts stand in it as they are. */
function tellOfCharts(bytes: Buffer): string {
  const count = new Set(bytes.toString('latin1').match(/word\/charts\/chart\w+\.xml/g)).size;
  if (count === 0) return '';
  return `<p class="unseen">文件中还有 ${count} 幅图表，这里不显示，请下载后用 Word 或 WPS 查看。 / ${count} chart(s) not shown here; download the file.</p>`;
}

async function convert(bytes: Buffer): Promise<string> {
  // Loaded when it is needed: most sandboxes never show a document.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLE_MAP });
    return rebuildHtml(value);
  } catch {
    return '<p>这个文件不能预览，请下载后打开。 / This file cannot be shown; download it.</p>';
  }
}
