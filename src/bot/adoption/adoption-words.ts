import type { Adoption } from '../../domain/adoption/adoption.ts';
import { parseDay } from '../../kernel/clock.ts';
import type { Locale, Words } from '../../kernel/text/texts.ts';

interface AdoptionWords {
  readonly day: (month: number, day: number) => string;
  readonly printed: (outlet: string, details: readonly string[]) => string;
}

const WORDS: Words<AdoptionWords> = {
  'zh-CN': {
    day: (month, day) => `${month}月${day}日`,
    printed: (outlet, details) => `${outlet}（${details.join('，')}）`,
  },
  en: {
    day: (month, day) => `${month}-${day}`,
    printed: (outlet, details) => `${outlet} (${details.join(', ')})`,
  },
};

/** `青禾日报（11月20日，3版，转载）`. */
export function describeAdoption(locale: Locale, { outlet, date, place }: Adoption, level?: string): string {
  const { month, day } = parseDay(date);
  const details = [...(level === undefined ? [] : [level]), WORDS[locale].day(month, day), place];
  return WORDS[locale].printed(
    outlet,
    details.filter((text) => text !== ''),
  );
}
