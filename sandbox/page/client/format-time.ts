import type { Lang } from './words.ts';

const ZONE = 'Asia/Shanghai';

function formatter(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(lang, { timeZone: ZONE, hourCycle: 'h23', ...options });
}

const time = formatter('zh-CN', { hour: '2-digit', minute: '2-digit' });
const days = {
  'zh-CN': formatter('zh-CN', { month: 'long', day: 'numeric', weekday: 'short' }),
  en: formatter('en', { month: 'short', day: 'numeric', weekday: 'short' }),
};
const date = formatter('sv-SE' as Lang, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** `HH:MM` in the product's zone. */
export function timeText(ms: number): string {
  return time.format(ms);
}

/** `10月20日周二`. */
export function dayText(ms: number, lang: Lang): string {
  return days[lang].format(ms);
}

/** `2026-10-20T09:00`, as a date field of the browser wants it. */
export function fieldText(ms: number): string {
  return `${date.format(ms)}T${time.format(ms)}`;
}
