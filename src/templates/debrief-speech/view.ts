import { z } from 'zod';
import type { DebriefSpeechView } from '../../domain/report/debrief-speech/debrief-speech-view.ts';
import { draftAnnexes, list, nothing, text, toldItems, unit } from '../fields.ts';

const block = z.strictObject({
  ordinal: text('序号，如 一、'),
  heading: text('对仗的两个短句，成句，与正文同行'),
  topic: text('主题句：条数和报送部门，第一段以此开头'),
  paragraphs: list(z.strictObject({ items: toldItems }), '各条信息连成的段落，不用“一是”；一般一段'),
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：在某会议上的汇报发言'),
    unit,
    salutation: text('称谓，以冒号结尾'),
    lead: text('开头段，以“现将工作情况报告如下：”结尾'),
    blocks: list(block, '有信息的栏目，按设置的顺序'),
    nothing,
    closing: text('结尾段：总体上，……下一步，……'),
    annexes: draftAnnexes,
  })
  .describe('汇报发言') satisfies z.ZodType<DebriefSpeechView>;

/** One line for lists. */
export const purpose = '向上级会议汇报的发言：称谓、分段成文、总体评价和下一步';
