import type { CountRowView, ToFillView } from '../report/report-view.ts';

/** A department's points, the most first. */
export interface PointsRowView {
  readonly serial: string;
  readonly department: string;
  readonly submitted: string;
  readonly adopted: string;
  readonly points: string;
}

/** A circular ready to be laid out: plain data, every figure taken from the facts. */
export interface CircularView {
  readonly title: string;
  readonly unit: string;
  /** `各部门：`. */
  readonly addressee: string;
  readonly lead: string;
  /** 一、总体情况. */
  readonly overview: readonly string[];
  /** 二、各部门报送情况. */
  readonly departments: {
    readonly intro: string;
    readonly rows: readonly CountRowView[];
    /** 合计. */
    readonly total: CountRowView;
    readonly notes: readonly string[];
    /** No rows where the group counts no points. */
    readonly points: { readonly intro: string; readonly rows: readonly PointsRowView[] };
  };
  /** 三、有关事项. */
  readonly closing: string;
  readonly signature: { readonly unit: string; readonly date: string };
  readonly toFill: ToFillView;
}
