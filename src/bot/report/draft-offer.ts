import type { Card } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { summarizeMonth } from '../../domain/report/summarize-month.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { gatherFacts } from '../duty/gather-facts.ts';

interface OfferWords {
  readonly title: (month: string) => string;
  readonly items: string;
  readonly itemCount: (n: number) => string;
  readonly departments: string;
  readonly departmentCount: (n: number) => string;
  readonly missing: string;
  readonly toReview: string;
  readonly make: string;
  readonly note: string;
}

const WORDS: Words<OfferWords> = {
  'zh-CN': {
    title: (month) => `${month}已结束，可以生成报告初稿`,
    items: '信息',
    itemCount: (n) => `${n} 条`,
    departments: '部门',
    departmentCount: (n) => `${n} 个`,
    missing: '未报',
    toReview: '待审或退回',
    make: '生成初稿',
    note: '生成后仍可补报、修改、再次汇总，旧版保留。',
  },
  en: {
    title: (month) => `${month} is over: its report can be drafted`,
    items: 'Items',
    itemCount: (n) => String(n),
    departments: 'Departments',
    departmentCount: (n) => String(n),
    missing: 'Missing',
    toReview: 'In review or returned',
    make: 'Make the draft',
    note: 'Late items, changes and further versions are still possible afterwards.',
  },
};

/** A month (`YYYY-MM`) that is over, in figures, with a button that compiles it; with what came of it once pressed. */
export async function draftOffer(ctx: WorkContext, month: string, outcome?: string): Promise<Card> {
  const words = WORDS[ctx.locale];
  const { list, none } = texts(ctx.locale);
  const summary = summarizeMonth(await gatherFacts(ctx, month, 1));
  const missing = summary.missing.map(({ department, weeks }) => `${department}（${list(weeks)}）`);
  const data = { group: ctx.group.id, month };
  return {
    tone: outcome === undefined ? 'info' : 'neutral',
    title: words.title(describeMonth(month)),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.items, value: words.itemCount(summary.submitted) },
          { label: words.departments, value: words.departmentCount(summary.departments) },
          { label: words.missing, value: list(missing) || none },
          { label: words.toReview, value: words.itemCount(summary.heldBack.inReview) },
        ],
      },
      outcome === undefined
        ? {
            kind: 'buttons',
            buttons: [{ label: words.make, style: 'primary', action: 'compile.draft', data }],
          }
        : { kind: 'text', text: outcome },
      { kind: 'note', text: words.note },
    ],
  };
}
