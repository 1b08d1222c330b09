import { describe, expect, it } from 'vitest';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import type { WorkContext } from '../../src/bot/context.ts';
import { createWorkContext } from '../../src/bot/create-work-context.ts';
import { gatherFacts } from '../../src/bot/duty/gather-facts.ts';
import { makeTables } from '../../src/bot/export/make-tables.ts';
import { type MonthTemplate, monthTemplates } from '../../src/bot/report/find-template.ts';
import { summaryCard } from '../../src/bot/report/summary-card.ts';
import { type CircularFacts, joinMonths } from '../../src/domain/circular/circular-facts.ts';
import { parsePeriod } from '../../src/domain/period/period.ts';
import type { MonthFacts } from '../../src/domain/report/facts.ts';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../src/files/sheet/write-tables.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { listTemplates } from '../../src/main/list-templates.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import type { Repos } from '../../src/store/create-store.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { readDocx } from '../support/read-docx.ts';
import { type Counted, countPlan } from './count-plan.ts';
import { planMonth } from './plan-month.ts';
import { cellsAfter, checkCard, checkTable, tableRows } from './read-outputs.ts';
import { checkSentences } from './read-sentences.ts';
import { storePlan } from './store-plan.ts';

const MONTHS = 500;
const MONTHS_A_COMMIT = 100;
/** The report is read of each month, the other forms of every so many. */
const FORMS_EVERY = 4;
/** Every so many months as real .docx and .xlsx, read back by another program. */
const FILES_EVERY = 20;

const calendars = createCalendars();
const renderer = createRenderer(await loadTemplates());
const templates = monthTemplates({ templates: await listTemplates([]) });

/** A paper as Markdown, its escapes read. */
function readMarkdown(id: string, facts: MonthFacts | CircularFacts): string {
  return renderer.renderMarkdown(id, facts).replace(/\\(.)/g, '$1');
}

interface Month {
  readonly ctx: WorkContext;
  readonly facts: MonthFacts;
  readonly counted: Counted;
}

async function makeMonth(seed: number, repos: Repos, clock: Clock): Promise<Month> {
  const group = await repos.groups.ensure(`oc_${seed}`, `oc_${seed}`, '2026-11-16T01:00:00.000Z');
  const ctx = await createWorkContext(repos, group, { clock, calendars, locale: 'zh-CN' });
  const plan = planMonth(seed, ctx.calendar);
  await storePlan(repos, plan);
  return { ctx, facts: await gatherFacts(ctx, plan.month, 1), counted: countPlan(plan) };
}

/** What every form of a month says otherwise than what happened. */
function checkTexts({ facts, counted }: Month, forms: readonly MonthTemplate[]): string[] {
  return forms.flatMap(({ id }) => {
    const text = readMarkdown(id, facts);
    const { wrong, stated } = checkSentences(text, counted);
    const silent = counted.told
      .filter(({ title, body }) => !text.includes(title) || !text.includes(body.slice(0, -1)))
      .map(({ title }) => `${title} is not told`);
    const told = counted.leftOut
      .filter(({ body }) => text.includes(body))
      .map(({ title }) => `${title} is told`);
    const few = stated < (id === 'work-report' ? 10 : 2) ? [`only ${stated} figures`] : [];
    const table = id === 'work-report' ? checkTable(tableRows(text), counted, 'with last year') : [];
    return [...wrong, ...silent, ...told, ...few, ...table].map((line) => `${id}: ${line}`);
  });
}

async function circularOf({ ctx, facts }: Month) {
  const order = (await ctx.repos.departments.list(ctx.group.id)).map(({ id }) => id);
  const head = {
    span: facts.month,
    settings: facts.settings,
    cutOff: facts.cutOff,
    signedOn: facts.signedOn,
  };
  return joinMonths([facts], { ...head, order, version: 1 });
}

async function checkCircular(month: Month): Promise<string[]> {
  const text = readMarkdown('circular', await circularOf(month));
  const { wrong, stated } = checkSentences(text, month.counted);
  const few = stated < 7 ? [`only ${stated} figures`] : [];
  return [...wrong, ...few, ...checkTable(tableRows(text), month.counted, 'without')].map(
    (line) => `circular: ${line}`,
  );
}

function checkCards({ ctx, facts, counted }: Month): string[] {
  return templates.slice(0, 1).flatMap((template) =>
    checkCard(
      summaryCard({ ...ctx, offersPdf: true }, facts, {
        template,
        difference: undefined,
        changedSources: 0,
        offers: [],
      }),
      counted,
    ),
  );
}

async function tablesOf({ ctx, facts }: Month) {
  const period = parsePeriod(facts.month, ctx.today);
  if (period === undefined) throw new Error('no month');
  return (
    await makeTables(ctx, { period, kinds: ['stats', 'adopted', 'nil', 'secrecy', 'items'], internal: true })
  ).tables;
}

async function checkTables(month: Month): Promise<string[]> {
  const { counted } = month;
  const [stats, adopted, nil, secrecy] = await tablesOf(month);
  const rows = (stats?.rows ?? []).map((row) => row.map(String));
  const numbered = (table: typeof stats) =>
    (table?.rows ?? []).filter(([serial]) => typeof serial === 'number');
  const lists = {
    printings: [numbered(adopted).length, counted.adopted === undefined ? 0 : counted.printings],
    'nil and excused': [numbered(nil).length, counted.nil + counted.excused],
    reviewed: [numbered(secrecy).length, counted.told.length],
  };
  const wrong = Object.entries(lists).filter(([, [shown, happened]]) => shown !== happened);
  return [
    ...checkTable(rows, counted, 'with last year'),
    ...wrong.map(([name, [shown, happened]]) => `${name}: ${shown} rows of ${happened}`),
  ].map((line) => `sheet: ${line}`);
}

/** The files themselves: the report and the circular as Word, the tables as a spreadsheet. */
async function checkFiles(month: Month): Promise<string[]> {
  const { facts, counted } = month;
  const report = await readDocx(await renderer.render('work-report', facts));
  const circular = await readDocx(await renderer.render('circular', await circularOf(month)));
  const sheet = await readSheet(await writeTables(await tablesOf(month)));
  return [
    ...checkSentences(report, counted).wrong,
    ...checkTable(cellsAfter(report, counted, 11), counted, 'with last year'),
    ...checkSentences(circular, counted).wrong,
    ...checkTable(cellsAfter(circular, counted, 10), counted, 'without'),
    ...counted.told.flatMap(({ title }) => (report.includes(title) ? [] : [`${title} is not in the file`])),
    ...checkTable(sheet.ok ? sheet.rows : [], counted, 'with last year'),
  ].map((line) => `file: ${line}`);
}

describe(`the figures of ${MONTHS} invented months`, () => {
  it('are what happened, in sentences, tables, cards, the circular and the files alike', async () => {
    const { store, clock } = await openTestStore('2026-12-10T09:00');
    // Each commit waits for the disk, so many months share one.
    for (let seed = 1; seed <= MONTHS; seed += MONTHS_A_COMMIT) {
      await store.transaction(async (repos) => {
        for (let next = seed; next < seed + MONTHS_A_COMMIT; next += 1) {
          const wrong = await checkMonth(await makeMonth(next, repos, clock), next);
          expect(wrong, `month of seed ${next}`).toEqual([]);
        }
      });
    }
  }, 120_000);
});

async function checkMonth(month: Month, seed: number): Promise<string[]> {
  return [
    ...checkTexts(month, seed % FORMS_EVERY === 0 ? templates : templates.slice(0, 1)),
    ...checkCards(month),
    ...(await checkCircular(month)),
    ...(await checkTables(month)),
    ...(seed % FILES_EVERY === 0 ? await checkFiles(month) : []),
  ];
}
