/*
 * Measures of the page, in twips (1/20 pt) unless said otherwise. GB/T 9704-2012 asks for A4 with a type area of
 * 156 × 225 mm holding 22 lines of 28 characters. These values give exactly that by Word's layout rules: at a line
 * pitch of 580 a page holds 21 lines, and without the tightened character spacing a line holds 27 characters.
 */

export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, left: 1588, right: 1474, bottom: 1984, header: 851, footer: 1434, gutter: 0 },
} as const;

/** Width of the type area. */
export const TEXT_WIDTH = 8844;

/** One line of the page; texts and spaces are whole multiples, so that facing lines stay level. */
export const LINE = 579;

/** One character of body text (3号, 16 pt), and how much closer than that characters stand. */
export const CHARACTER = 320;
export const TIGHTENED = -5;

/** Type sizes in half-points: 2号, 3号, 4号; comments in the margin are no part of the page. */
export const SIZE = { title: 44, body: 32, small: 28, comment: 20 } as const;
export const SMALL_LINE = 400;
/** One character of 4号. */
export const SMALL_CHARACTER = 280;

export const FONT = {
  latin: 'Times New Roman',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  title: '方正小标宋简体',
  pageNumber: '宋体',
} as const;

/** What a machine without the font shows in its place. None is shipped: 方正小标宋 is not free. */
export const FONT_STAND_INS: Readonly<Record<string, string>> = {
  [FONT.body]: '仿宋',
  [FONT.subheading]: '楷体',
  [FONT.title]: '宋体',
};
