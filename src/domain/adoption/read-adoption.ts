import type { PlainDate } from '../../kernel/clock.ts';
import { cleanLine } from '../../kernel/text/clean-text.ts';
import { parseDate } from '../period/parse-date.ts';

/** What stands behind an item's number, each part found by its form: they may come in any order. */
export interface WrittenAdoption {
  /** The words that are nothing else. */
  readonly outlet: string;
  readonly links: readonly string[];
  readonly dates: readonly { readonly text: string; readonly date?: PlainDate }[];
  /** Page, issue, front page, reprint, time on air, in the order written. */
  readonly places: readonly string[];
}

/** People put these before a part; the part says itself what it is. */
const LABEL = /^(?:媒体|链接|网址|日期|时间|版面|outlet|link|date|page)[：:]\s*(?=\S)/iu;
const LINK = /^(?:[a-z][a-z0-9+.-]*:|www\.)\S+$/iu;
const PLACE =
  /^(?:第?\d{1,3}[版期]|[A-Z]\d{1,3}版?|p\d{1,3}|第[一二三四五六七八九十]{1,3}版|头版|头版头条|头条|要闻版|转载|原创|首发|\d{1,2}[：:]\d{2}(?:播出)?|front|reprint)$/iu;
/** Longest link, in characters; what is longer was not copied from an address bar. */
const LONGEST_LINK = 1000;

/** Reads `青禾日报 https://… 11月20日 3版 转载`; a name of several words stands as it is, quotes left out. */
export function readAdoption(text: string, today: PlainDate): WrittenAdoption {
  const words: string[] = [];
  const links: string[] = [];
  const dates: { text: string; date?: PlainDate }[] = [];
  const places: string[] = [];
  for (const token of cleanLine(text).split(' ')) {
    const bare = token.replace(LABEL, '').replace(/[“”"「」《》]|[，,。；;]+$/gu, '');
    const day = parseDate(bare, today);
    if (bare === '') continue;
    if (PLACE.test(bare)) places.push(bare);
    else if (LINK.test(bare)) links.push(bare);
    else if (day.kind === 'unknown') words.push(bare);
    else dates.push({ text: bare, ...(day.kind === 'ok' && { date: day.date }) });
  }
  return { outlet: words.join(' '), links, dates, places };
}

/** The address as it is kept; undefined for one that is not of the web, or names a user. */
export function readLink(written: string): string | undefined {
  const text = /^www\./i.test(written) ? `https://${written}` : written;
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && hostname.includes('.') && username + password === '' ? href : undefined;
}
