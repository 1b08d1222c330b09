import type { GroupSettings } from '../group/settings.ts';
import type { OutletLevel } from '../outlet/outlet.ts';

/** How a department answered a week it owed. The same words serve the reminder, `/status` and the report. */
export const DUTY_ANSWERS = ['submitted', 'late', 'nil', 'excused', 'missing'] as const;
export type DutyAnswer = (typeof DUTY_ANSWERS)[number];

export interface ReportItem {
  readonly id: string;
  /** e.g. `202611-规划科-03`. */
  readonly number: string;
  /** Short form without the sign: `#137` is 137. */
  readonly serial: number;
  /** Owner first, then co-owners: department ids. */
  readonly departmentIds: readonly string[];
  readonly section: string;
  /** As the report prints them: the lead's wording where there is one. */
  readonly title: string;
  readonly body: string;
  /** `YYYY-MM-DD`; the date of the event when the sender gave one, else of the submission. */
  readonly date: string;
  readonly late: boolean;
  readonly revision: number;
  /** The earlier month (`YYYY-MM`) it belongs to, for one that came after that month's report was final. */
  readonly carriedFrom?: string;
  /** Whether somebody has declared it 可公开; nobody's word is printed for it otherwise. */
  readonly cleared: boolean;
  /** Where a lead has put it among its block's items; those without a place come after, as they stand. */
  readonly place?: number;
  /** It was sent in and is counted, but a lead leaves it out of the text. */
  readonly leftOut?: true;
  /** Its pictures that are kept, in the order they came; undefined in versions made before they were printed. */
  readonly pictures?: readonly ReportPicture[];
  /** A lead's wording of it is older than its own text, which is printed therefore. */
  readonly staleWording?: true;
}

export interface ReportPicture {
  /** SHA-256 of its bytes, as hex. */
  readonly blob: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** That an outlet printed an item, of this month or an earlier one. */
export interface ReportAdoption {
  readonly itemId: string;
  readonly number: string;
  readonly title: string;
  readonly departmentIds: readonly string[];
  readonly outlet: string;
  /** As the directory has it; absent for an outlet that is not there, and in versions made without. */
  readonly level?: OutletLevel;
  /** Day of publication, `YYYY-MM-DD`: it lies in the report's month. */
  readonly date: string;
  readonly link?: string;
  /** Page, front page, reprint; may be empty. */
  readonly place: string;
}

export interface ReportDepartment {
  readonly id: string;
  /** The name valid on the month's last day. */
  readonly name: string;
  /** The weeks this department owes in this month (ISO `2026-W41`), each with its answer. */
  readonly weeks: readonly { readonly week: string; readonly answer: DutyAnswer }[];
  /** Whether it sends in of its own free will at the month's end. */
  readonly voluntary?: boolean;
}

/** Why a department had nothing to report in a week, or need not. */
export interface WeekNote {
  readonly departmentId: string;
  readonly week: string;
  readonly reason: string;
}

/** Everything the store knows about a group's month: the only source of any figure or name in a report. */
export interface MonthFacts {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly settings: Pick<GroupSettings, 'unitName' | 'sections' | 'defaultSection' | 'placeholder'>;
  /** In the bureau's order; those closed before the month are not in. */
  readonly departments: readonly ReportDepartment[];
  /** Approved items of the month that may be published, oldest first. */
  readonly items: readonly ReportItem[];
  /**
   * What was published in the month, by day. Undefined while the group has never registered any: the tables then show a
   * placeholder, not 0.
   */
  readonly adoptions?: readonly ReportAdoption[];
  readonly nils: readonly WeekNote[];
  /** Undefined in versions made when nobody could be excused. */
  readonly excuses?: readonly WeekNote[];
  /** Items of the month not yet approved or not public, by reason: counted, never printed. */
  readonly heldBack: { readonly inReview: number; readonly notPublic: number };
  /** Last year's figures for the same month, as far as they are known; undefined in the first year. */
  readonly lastYear?: {
    readonly submitted?: number;
    readonly adopted?: number;
    readonly byDepartment: Readonly<Record<string, number>>;
  };
  /** The earlier months of the year, by month, as far as their items are known; undefined in older versions. */
  readonly earlier?: readonly { readonly month: string; readonly submitted: number }[];
  /** Themes of the next month and what is asked for then; left out in versions that were made without. */
  readonly nextMonth?: readonly string[];
  /** Everything stored up to this instant is in (ISO-8601 UTC). */
  readonly cutOff: string;
  /** Date printed under the signature, `YYYY-MM-DD`. */
  readonly signedOn: string;
  readonly version: number;
}

/** What tables are made from, whatever time they are about: a month, several joined, or any days. */
export interface TableFacts
  extends Omit<MonthFacts, 'month' | 'settings' | 'nextMonth' | 'signedOn' | 'version'> {
  readonly settings: Pick<GroupSettings, 'unitName' | 'placeholder'>;
}
