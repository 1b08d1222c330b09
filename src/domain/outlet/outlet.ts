/** Whose outlet it is, from the widest reach to the unit's own. */
export const OUTLET_LEVELS = ['national', 'province', 'city', 'county', 'system', 'own'] as const;
export type OutletLevel = (typeof OUTLET_LEVELS)[number];

/** As the reports and the Chinese chat write them. */
export const LEVEL_NAMES: Readonly<Record<OutletLevel, string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  system: '系统内',
  own: '本单位',
};

/** A paper, site, account or bulletin that prints what the departments write. Empty texts are not known. */
export interface Outlet {
  readonly name: string;
  readonly level: OutletLevel;
  /** Other names people use for it. */
  readonly aliases: readonly string[];
  /** An e-mail address, a link, or whom to ask. */
  readonly address: string;
  /** What it wants: `Word，800字以内，附图2张`. */
  readonly format: string;
  /** By when, in words: `每周四12时`. */
  readonly deadline: string;
}

/** Bulletins that circulate inside: what they print has no address on the web. */
const INTERNAL = /内刊|内参|简报|专报|政务信息|信息快报|要情/;

/** Whether an outlet, by its name, is an internal paper. */
export function isInternal(name: string): boolean {
  return INTERNAL.test(name);
}
