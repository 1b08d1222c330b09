import type { SecrecyTableView, ToFillView } from '../report/report-view.ts';

/** 保密审查汇总表 as a paper of its own, with places for those who sign it. */
export interface SecrecyView {
  readonly title: string;
  readonly unit: string;
  /** `2026年10月`. */
  readonly period: string;
  readonly rows: SecrecyTableView['rows'];
  /** What is printed, and in figures alone what is held back. */
  readonly note: string;
  /** Names that only the hand of who signs can give: the placeholder each. */
  readonly signers: { readonly filledBy: string; readonly reviewedBy: string; readonly approvedBy: string };
  readonly date: string;
  readonly toFill: ToFillView;
}
