import { z } from 'zod';
import type { ExchangeTalkView } from '../../domain/report/exchange-talk/exchange-talk-view.ts';
import { draftAnnexes, list, nothing, runOnParagraphs, text, unit } from '../fields.ts';

const block = z.strictObject({
  heading: text('本段第一句：两个动宾短语'),
  paragraphs: runOnParagraphs,
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：动宾短语'),
    unit,
    lead: text('引言段：近年来，某单位坚持以……为指导，……'),
    blocks: list(block, '有信息的栏目，按设置的顺序，不编号'),
    nothing,
    annexes: draftAnnexes,
  })
  .describe('经验交流发言') satisfies z.ZodType<ExchangeTalkView>;

/** One line for lists. */
export const purpose = '介绍做法的交流发言：不编号，每段以小标题开头';
