import { describe, expect, it } from 'vitest';
import { readChart } from '../../../sandbox/page/client/chart/read-chart.ts';

const values = [
  { month: '10月', kind: '报送', n: 12 },
  { month: '10月', kind: '采用', n: 3 },
  { month: '11月', kind: '报送', n: '15' },
];

describe('readChart', () => {
  it('has a value for each label in each series, and none where the data have none', () => {
    const spec = {
      type: 'bar',
      title: { text: '各月信息' },
      data: { values },
      xField: ['month', 'kind'],
      yField: 'n',
      seriesField: 'kind',
    };
    expect(readChart(spec)).toEqual({
      kind: 'bar',
      title: '各月信息',
      labels: ['10月', '11月'],
      series: [
        { name: '报送', values: [12, 15] },
        { name: '采用', values: [3, undefined] },
      ],
    });
  });

  it.each([
    ['lying bars', { type: 'bar', direction: 'horizontal', xField: 'n', yField: 'month' }, 'row'],
    ['lines', { type: 'line', xField: 'month', yField: 'n' }, 'line'],
    ['areas', { type: 'area', xField: 'month', yField: 'n' }, 'line'],
    ['pies', { type: 'pie', categoryField: 'month', valueField: 'n' }, 'pie'],
    ['a colour for each bar', { type: 'bar', xField: 'month', yField: 'n', seriesField: 'month' }, 'bar'],
  ])('reads %s', (_name, spec, kind) => {
    const chart = readChart({ ...spec, data: [{ id: 'all', values: [values[0], values[2]] }] });
    expect(chart).toEqual({
      kind,
      title: '',
      labels: ['10月', '11月'],
      series: [{ name: '', values: [12, 15] }],
    });
  });

  it.each([
    ['another kind', { type: 'radar', data: { values } }],
    ['no data', { type: 'bar', xField: 'month', yField: 'n' }],
    ['no figure', { type: 'bar', xField: 'month', yField: 'kind', data: { values } }],
    ['no specification', 'bar'],
  ])('knows nothing of %s', (_name, spec) => {
    expect(readChart(spec)).toBeUndefined();
  });
});
