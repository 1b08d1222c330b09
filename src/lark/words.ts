import type { Locale, Words } from '../kernel/text/texts.ts';

/** Words that drawing itself puts on a card; `colon` and `comma` join labels and names. */
const WORDS: Words<{
  cut: (length: number) => string;
  more: (count: number) => string;
  colon: string;
  comma: string;
  bar: string;
}> = {
  'zh-CN': {
    cut: (length) => `…（共 ${length} 字）`,
    more: (count) => `另有 ${count} 项`,
    colon: '：',
    comma: '、',
    bar: '｜',
  },
  en: {
    cut: (length) => `… (${length} characters in all)`,
    more: (count) => `${count} more`,
    colon: ': ',
    comma: ', ',
    bar: ' | ',
  },
};

export type CardWords = (typeof WORDS)[Locale];

export function cardWords(locale: Locale): CardWords {
  return WORDS[locale];
}
