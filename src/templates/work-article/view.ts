import { z } from 'zod';
import type { WorkArticleView } from '../../domain/report/work-article/work-article-view.ts';
import { draftAnnexes, list, nothing, pictures, RUN_ON, runOnParagraph, text, unit } from '../fields.ts';

const block = z.strictObject({
  ordinal: text('序号，如（一）'),
  heading: text('动宾小标题，成句，与正文同行'),
  paragraphs: list(runOnParagraph.extend({ pictures }), RUN_ON),
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：地名，短语，做好当月宣传工作'),
    unit,
    lead: text('引言段'),
    blocks: list(block, '有信息的栏目，按设置的顺序'),
    nothing,
    directions: list(
      z.strictObject({ ordinal: text('序号，如 一是'), text: text('一句话') }),
      '今后努力方向',
    ),
    annexes: draftAnnexes,
  })
  .describe('工作动态') satisfies z.ZodType<WorkArticleView>;

/** One line for lists. */
export const purpose = '新闻稿式的工作动态：引言、工作开展情况、今后努力方向';
