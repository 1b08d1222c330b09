import type { Gap } from './create-gaps.ts';
import type { PictureView } from './gather-pictures.ts';

/**
 * A month ready to be laid out, whatever the template: plain data, every sentence and figure taken from the facts.
 * Unknown figures already are the placeholder, so all printed figures are strings.
 */
export interface ReportView {
  readonly title: string;
  readonly unit: string;
  /** How the unit speaks of itself: 我局 or 我单位. */
  readonly self: string;
  /** `2026年10月`. */
  readonly month: string;
  readonly lead: string;
  readonly overview: readonly string[];
  readonly blocks: readonly BlockView[];
  /** Stands in for the blocks of a month without items; else empty. */
  readonly nothing: string;
  readonly problems: readonly ProblemView[];
  readonly plans: readonly PlanView[];
  readonly signature: { readonly unit: string; readonly date: string };
  /** The annexes by number and name, as listed above the signature. */
  readonly enclosures: readonly EnclosureView[];
  readonly annexes: {
    readonly departments: DepartmentTableView;
    readonly adoptions: AdoptionTableView;
    readonly nils: NilTableView;
    readonly secrecy: SecrecyTableView;
    readonly toFill: ToFillView;
  };
}

export interface BlockView {
  /** `（一）`. */
  readonly ordinal: string;
  readonly heading: string;
  readonly topic: string;
  readonly items: readonly ItemView[];
}

export interface ItemView {
  /** The item's number, to trace the paragraph by. */
  readonly number: string;
  /** `一是` and the title as a sentence; the only point of a block is not counted. */
  readonly lead: string;
  /** First paragraph of the body; empty for an item that is only a title. */
  readonly text: string;
  /** The body's further paragraphs. */
  readonly more: readonly string[];
  readonly pictures: readonly PictureView[];
}

export interface ProblemView {
  readonly ordinal: string;
  readonly text: string;
}

export interface PlanView {
  readonly ordinal: string;
  /** A full sentence. */
  readonly heading: string;
  readonly text: string;
}

export interface EnclosureView {
  /** `1`. */
  readonly serial: string;
  readonly name: string;
}

/** What a department has reported, or all of them. */
export interface CountRowView {
  readonly serial: string;
  readonly department: string;
  readonly owed: string;
  readonly answered: string;
  readonly submitted: string;
  readonly late: string;
  readonly nil: string;
  readonly excused: string;
  readonly adopted: string;
  readonly rate: string;
}

export interface DepartmentRowView extends CountRowView {
  readonly lastYear: string;
}

export interface DepartmentTableView {
  readonly serial: string;
  readonly rows: readonly DepartmentRowView[];
  /** 合计. */
  readonly total: DepartmentRowView;
  readonly notes: readonly string[];
  /** The year's months up to this one, as far as they are known; empty where this one is alone. */
  readonly months: readonly { readonly month: string; readonly submitted: string }[];
}

export interface AdoptionTableView {
  readonly serial: string;
  readonly rows: readonly {
    readonly serial: string;
    readonly number: string;
    readonly title: string;
    readonly departments: string;
    readonly outlet: string;
    /** `市级`; the placeholder for an outlet that the directory lacks. */
    readonly level: string;
    readonly date: string;
    /** An http(s) address, or empty. */
    readonly link: string;
  }[];
  /** What is not in the table, or why there is none; may be empty. */
  readonly note: string;
}

export interface NilTableView {
  readonly serial: string;
  readonly rows: readonly {
    readonly serial: string;
    readonly week: string;
    readonly department: string;
    readonly kind: string;
    readonly reason: string;
  }[];
  readonly note: string;
}

export interface SecrecyTableView {
  readonly serial: string;
  readonly rows: readonly {
    readonly serial: string;
    readonly number: string;
    readonly title: string;
    readonly departments: string;
    readonly section: string;
    readonly verdict: string;
  }[];
  readonly note: string;
}

export interface ToFillView {
  readonly serial: string;
  /** Empty in a final version. */
  readonly rows: readonly (Gap & { readonly serial: string })[];
}
