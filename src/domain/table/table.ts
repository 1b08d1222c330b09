/** A cell of a table: figures are numbers, so that a spreadsheet can add them up. */
export type Cell = string | number;

/** A sheet of a spreadsheet. */
export interface Table {
  /** On its tab. */
  readonly name: string;
  /** The first row is the header; notes stand below the rows, each in a first cell. */
  readonly rows: readonly (readonly Cell[])[];
}

export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
