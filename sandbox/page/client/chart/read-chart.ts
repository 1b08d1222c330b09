import { asRecords } from '../../../card/card-texts.ts';
import { isRecord } from '../../../is-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a chart shows: one value for each label in each series, undefined where the data have none. */
export interface ChartData {
  readonly kind: 'bar' | 'row' | 'line' | 'pie';
  /** May be empty. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
}

const KINDS = { bar: 'bar', line: 'line', area: 'line', pie: 'pie' } as const;

/**
 * Reads the part of a VChart specification that cards of office bots use: bars, lines and pies over one set of data.
 * Undefined for any other, and for data that cannot be charted.
 */
export function readChart(spec: unknown): ChartData | undefined {
  if (!isRecord(spec)) return undefined;
  const kind = readKind(spec);
  const data = Array.isArray(spec.data) ? spec.data[0] : spec.data;
  const rows = isRecord(data) ? asRecords(data.values) : [];
  if (kind === undefined || rows.length === 0) return undefined;
  const fields = fieldsOf(spec, kind);
  const labels = distinct(rows.map((row) => row[fields.label]));
  const names = fields.series === undefined ? [''] : distinct(rows.map((row) => row[fields.series ?? '']));
  const series = names.map((name) => {
    const own = rows.filter((row) => fields.series === undefined || String(row[fields.series]) === name);
    const values = labels.map((label) =>
      readValue(own.find((row) => String(row[fields.label]) === label)?.[fields.value]),
    );
    return { name, values };
  });
  if (series.every(({ values }) => values.every((value) => value === undefined))) return undefined;
  return { kind, title: readTitle(spec.title), labels, series };
}

function readKind({ type, direction }: Fields): ChartData['kind'] | undefined {
  const kind = Object.entries(KINDS).find(([name]) => name === type)?.[1];
  return kind === 'bar' && direction === 'horizontal' ? 'row' : kind;
}

function fieldsOf(spec: Fields, kind: ChartData['kind']) {
  const named = (field: unknown) => String(Array.isArray(field) ? field[0] : field);
  if (kind === 'pie') return { label: named(spec.categoryField), value: named(spec.valueField) };
  const [along, up] = kind === 'row' ? [spec.yField, spec.xField] : [spec.xField, spec.yField];
  const series = spec.seriesField === undefined ? undefined : named(spec.seriesField);
  // A series for each label is how bars get different colours: it is no second dimension.
  return { label: named(along), value: named(up), series: series === named(along) ? undefined : series };
}

function readTitle(title: unknown): string {
  return isRecord(title) && title.visible !== false ? String(title.text ?? '') : '';
}

function readValue(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function distinct(values: readonly unknown[]): string[] {
  return [...new Set(values.map(String))];
}
