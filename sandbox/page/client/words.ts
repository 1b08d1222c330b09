import { en } from './words-en.ts';
import { type Texts, zhCn } from './words-zh-cn.ts';

export type Lang = 'zh-CN' | 'en';

let lang: Lang = 'zh-CN';

/** Chinese unless the address says otherwise. */
export function startLang(wanted: string | null): Lang {
  return setLang(wanted === 'en' ? 'en' : 'zh-CN');
}

export function setLang(next: Lang): Lang {
  lang = next;
  document.documentElement.lang = next;
  return next;
}

/** The page's words in the language of the moment. */
export function words(): Texts {
  return lang === 'en' ? en : zhCn;
}
