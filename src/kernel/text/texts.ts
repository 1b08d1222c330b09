import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The shape every locale fills: the Chinese source decides it. */
export type Texts = typeof zhCn;
export type ErrorCode = keyof Texts['errors'];

const byLocale: Record<Locale, Texts> = { 'zh-CN': zhCn, en };

/** Words shared by several rooms. A command's own words stand in its own file. */
export function texts(locale: Locale): Texts {
  return byLocale[locale];
}

/** Words of one command or job, in every locale; the Chinese entry decides the shape. */
export type Words<T> = Readonly<Record<Locale, T>>;

/** Says what to do about a user's mistake, in the reader's language. */
export function explain(locale: Locale, code: ErrorCode, data: Readonly<Record<string, string>>): string {
  return byLocale[locale].errors[code].replace(/\{(\w+)\}/g, (_, key: string) => data[key] ?? '');
}
