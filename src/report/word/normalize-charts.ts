import { unzipSync, type Zippable, zipSync } from 'fflate';
import { FONT } from './page.ts';
import type { Parts } from './patch-parts.ts';
import { ZIP_TIME } from './zip-time.ts';

const CHART = /^word\/charts\/chart\d+\.xml$/;
/** A chart has one relation: to the sheet that holds its figures. */
const RELATION = /\b(r:id|Id)="rId[\w-]+"/;
const WORKBOOK = /\.xlsx$/;

/**
 * The same chart the same bytes, and in a Chinese font by name: the library leaves East Asian text to the theme, of
 * which WPS knows nothing, and draws relation ids at random.
 */
export function normalizeCharts(parts: Parts): Parts {
  const entries = Object.entries(parts).map(([path, xml]) => {
    if (CHART.test(path)) return [path, nameFont(xml).replace(RELATION, '$1="rIdSheet"')];
    return [path, path.startsWith('word/charts/_rels/') ? xml.replace(RELATION, '$1="rIdSheet"') : xml];
  });
  return Object.fromEntries(entries);
}

function nameFont(xml: string): string {
  return xml
    .replaceAll('<a:ea typeface="+mn-ea"/>', `<a:ea typeface="${FONT.pageNumber}"/>`)
    .replace(/(<c:lang val|<a:[^<>]* lang)="en-US"/g, '$1="zh-CN"');
}

/** A part as it is; a chart's sheet packed anew, without the time at which the library packed it. */
export function normalizeBinary(path: string, bytes: Uint8Array): Uint8Array {
  if (!WORKBOOK.test(path)) return bytes;
  const files: Zippable = unzipSync(bytes);
  return zipSync(files, { mtime: ZIP_TIME, level: 6 });
}
