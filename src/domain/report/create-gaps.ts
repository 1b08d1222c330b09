import type { ReportStage } from './report-edition.ts';

export interface Gap {
  /** Where in the report it shows. */
  readonly place: string;
  /** What is not known. */
  readonly what: string;
  /** What would fill it. */
  readonly how: string;
}

/**
 * Keeps account of what a report leaves open. A placeholder or slot can only be had from here, so that none gets
 * printed without standing in the to-fill list.
 */
export interface Gaps {
  /** The placeholder, for a figure or name the store does not hold. */
  unknown(gap: Gap): string;
  /** The figure, or the placeholder when it is not known. */
  figure(value: number | undefined, gap: Gap): string;
  /** A place for the publicity lead's own words: in a draft it says which, in a final version it is a placeholder too. */
  slot(place: string, what: string): string;
  /** Something to look after that prints no mark of its own. */
  note(gap: Gap): void;
  list(): readonly Gap[];
}

/** For what nobody but the publicity lead can say. */
export const HOW_LEAD = '由宣传负责人在文稿中补写';

export function createGaps(placeholder: string, stage: ReportStage): Gaps {
  const found = new Map<string, Gap>();
  const note = (gap: Gap) => {
    const key = JSON.stringify([gap.place, gap.what]);
    if (!found.has(key)) found.set(key, gap);
  };
  const unknown = (gap: Gap) => {
    note(gap);
    return placeholder;
  };
  return {
    note,
    unknown,
    figure: (value, gap) => (value === undefined ? unknown(gap) : String(value)),
    slot(place, what) {
      const mark = unknown({ place, what, how: HOW_LEAD });
      return stage === 'final' ? mark : `【请宣传负责人补充：${what}】`;
    },
    list: () => [...found.values()],
  };
}
