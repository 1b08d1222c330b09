import { describe, expect, it } from 'vitest';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { createMeter } from '../../src/bot/metrics/create-meter.ts';
import { createMetrics } from '../../src/bot/metrics/create-metrics.ts';
import { COUNTERS, GAUGES, HISTOGRAMS } from '../../src/bot/metrics/metric-list.ts';
import { timeRenders } from '../../src/bot/metrics/time-renders.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

async function openPage({ disk = true, connected = () => true as boolean | undefined } = {}) {
  const opened = await openTestStore();
  const meter = createMeter();
  const page = createMetrics({
    ...opened,
    meter,
    calendars: createCalendars(),
    connected,
    measureDisk: async () => {
      if (!disk) throw new Error('no such disk');
      return [{ folder: '/data', freeBytes: 5e9, totalBytes: 100e9 }];
    },
  });
  return { ...opened, meter, page };
}

/** The value of each of our own samples, by name and labels. */
function samplesOf(page: string): Map<string, number> {
  const lines = page.split('\n').filter((line) => line.startsWith('publicity_'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the metrics page', () => {
  it('shows everything that is on the list, by its kind, and the process itself', async () => {
    const { page } = await openPage();
    const text = await page();
    for (const name of Object.keys(COUNTERS)) expect(text).toContain(`# TYPE ${name} counter`);
    for (const name of Object.keys(GAUGES)) expect(text).toContain(`# TYPE ${name} gauge`);
    for (const name of Object.keys(HISTOGRAMS)) expect(text).toContain(`# TYPE ${name} histogram`);
    expect(text).toContain('process_resident_memory_bytes ');
  });

  it('names things as Prometheus does', () => {
    for (const name of Object.keys(COUNTERS)) expect(name).toMatch(/^publicity_[a-z_]+_total$/);
    for (const name of Object.keys(HISTOGRAMS)) expect(name).toMatch(/^publicity_[a-z_]+_seconds$/);
    for (const name of Object.keys(GAUGES)) expect(name).not.toMatch(/_(total|count|sum|bucket|ms|mb)$/);
  });

  it('has counters from the start, so that the first of a kind is seen as one more', async () => {
    const { page, meter } = await openPage();
    expect(samplesOf(await page()).get('publicity_sends_total{result="dead"}')).toBe(0);
    meter.count('publicity_sends_total', 'dead');
    meter.count('publicity_schedules_fired_total', 'reminder');
    const samples = samplesOf(await page());
    expect(samples.get('publicity_sends_total{result="dead"}')).toBe(1);
    expect(samples.get('publicity_schedules_fired_total{schedule="reminder"}')).toBe(1);
  });

  it('shows what was timed before anybody asked', async () => {
    const { page, meter } = await openPage();
    for (const seconds of [0.05, 0.3, 0.3, 500]) meter.observe('publicity_render_seconds', seconds);
    const samples = samplesOf(await page());
    expect(samples.get('publicity_render_seconds_bucket{le="0.1"}')).toBe(1);
    expect(samples.get('publicity_render_seconds_bucket{le="0.5"}')).toBe(3);
    expect(samples.get('publicity_render_seconds_bucket{le="120"}')).toBe(3);
    expect(samples.get('publicity_render_seconds_bucket{le="+Inf"}')).toBe(4);
    expect(samples.get('publicity_render_seconds_count')).toBe(4);
    expect(samples.get('publicity_render_seconds_sum')).toBeCloseTo(500.65);
  });

  it('tells lanes and ages of what waits to be sent', async () => {
    const { page, repos, clock } = await openPage();
    const target = { kind: 'chat', chatId: GROUP } as const;
    await repos.outbox.add({ key: 'n', target, message: { kind: 'notice', text: 'x' } });
    await repos.outbox.add({ key: 's', target, message: { kind: 'sheet', name: 'x.xlsx', rows: [] } });
    const notBefore = clock.now().add({ hours: 1 });
    await repos.outbox.add({ key: 'l', target, message: { kind: 'notice', text: 'x' }, notBefore });
    clock.advance(90);
    const samples = samplesOf(await page());
    expect(samples.get('publicity_outbox_due{lane="messages"}')).toBe(1);
    expect(samples.get('publicity_outbox_due{lane="files"}')).toBe(1);
    expect(samples.get('publicity_outbox_later{lane="messages"}')).toBe(1);
    expect(samples.get('publicity_outbox_age_seconds{lane="messages"}')).toBe(90);
    expect(samples.get('publicity_outbox_age_seconds{lane="redraws"}')).toBe(0);
  });

  it('tells groups by how the bot stands with them', async () => {
    const { page, repos } = await openPage();
    const at = '2026-11-16T01:00:00.000Z';
    for (const id of ['oc_new', 'oc_left', 'oc_on']) await repos.groups.ensure(id, id, at);
    await repos.groups.enable('oc_left', at, 'ou_a');
    await repos.groups.enable('oc_on', at, 'ou_a');
    await repos.groups.markRemoved('oc_left', at);
    const samples = samplesOf(await page());
    expect(samples.get('publicity_groups{state="enabled"}')).toBe(1);
    expect(samples.get('publicity_groups{state="left"}')).toBe(1);
    expect(samples.get('publicity_groups{state="waiting"}')).toBeGreaterThanOrEqual(1);
  });

  it('tells which years have a plan', async () => {
    const { page } = await openPage();
    const samples = samplesOf(await page());
    expect(samples.get('publicity_calendar_known{year="2026"}')).toBe(1);
    expect(samples.get('publicity_calendar_known{year="2027"}')).toBe(0);
  });

  it.each([
    ['up', () => true, 1],
    ['down', () => false, 0],
    ['not there', () => undefined, undefined],
  ])('tells that the long connection is %s', async (_name, connected, value) => {
    const { page } = await openPage({ connected });
    expect(samplesOf(await page()).get('publicity_long_connection_up')).toBe(value);
  });

  it('does without a disk that does not answer', async () => {
    const { page } = await openPage({ disk: false });
    const samples = samplesOf(await page());
    expect(samples.get('publicity_disk_free_bytes{folder="/data"}')).toBeUndefined();
    expect(samples.get('publicity_inbox_open')).toBe(0);
  });
});

describe('timeRenders', () => {
  it('notes the time of a file, and of one that could not be made', async () => {
    const meter = createMeter();
    const renderer = timeRenders(
      {
        render: async () => Buffer.from('x'),
        renderWithout: async () => Buffer.from('x'),
        renderCards: async () => [{ tone: 'neutral', title: 'x', blocks: [] }],
        renderSample: () => Promise.reject(new Error('broken')),
      },
      meter,
    );
    expect(await renderer.renderSample('x').catch((error: Error) => error.message)).toBe('broken');
    expect(meter.distribution('publicity_render_seconds').buckets.reduce((sum, n) => sum + n)).toBe(1);
  });
});
