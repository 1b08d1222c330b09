import { LEVEL_NAMES, type Outlet, type OutletLevel } from '../../domain/outlet/outlet.ts';
import type { Locale, Words } from '../../kernel/text/texts.ts';

interface OutletWords {
  readonly levels: Readonly<Record<OutletLevel, string>>;
  readonly unknownLevel: string;
  readonly fields: Readonly<Record<'level' | 'aliases' | 'address' | 'format' | 'deadline', string>>;
  readonly join: (label: string, value: string) => string;
}

const WORDS: Words<OutletWords> = {
  'zh-CN': {
    levels: LEVEL_NAMES,
    unknownLevel: '级别未定',
    fields: { level: '级别', aliases: '别名', address: '地址', format: '格式', deadline: '截稿' },
    join: (label, value) => `${label}：${value}`,
  },
  en: {
    levels: {
      national: 'national',
      province: 'province',
      city: 'city',
      county: 'county',
      system: 'system',
      own: 'own',
    },
    unknownLevel: 'level not known',
    fields: {
      level: 'level',
      aliases: 'aliases',
      address: 'address',
      format: 'format',
      deadline: 'deadline',
    },
    join: (label, value) => `${label}: ${value}`,
  },
};

export function levelName(locale: Locale, level: OutletLevel | undefined): string {
  return level === undefined ? WORDS[locale].unknownLevel : WORDS[locale].levels[level];
}

/** All levels as they are written: `国家级、省级、…`. */
export function levelNames(locale: Locale): string {
  return Object.values(WORDS[locale].levels).join('、');
}

/** What is known of an outlet, each with its label; `how`: only where and how to send a text. */
export function outletDetails(locale: Locale, outlet: Outlet, what: 'how' | 'all'): readonly string[] {
  const { fields, join } = WORDS[locale];
  const known = {
    level: what === 'all' ? levelName(locale, outlet.level) : '',
    aliases: what === 'all' ? outlet.aliases.join('、') : '',
    address: outlet.address,
    format: outlet.format,
    deadline: outlet.deadline,
  };
  return (['level', 'aliases', 'address', 'format', 'deadline'] as const)
    .filter((field) => known[field] !== '')
    .map((field) => join(fields[field], known[field]));
}
