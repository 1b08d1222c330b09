import { z } from 'zod';
import type { MeetingSpeechView } from '../../domain/report/meeting-speech/meeting-speech-view.ts';
import { draftAnnexes, list, nothing, text, toldItems, unit } from '../fields.ts';

const achievements = z.strictObject({
  heading: text('一级标题'),
  intro: text('当月数据'),
  points: list(
    z.strictObject({
      lead: text('“一是”加主谓短句，成句，与正文同行'),
      topic: text('主题句：条数和报送部门'),
      items: toldItems,
    }),
    '有信息的栏目，按设置的顺序',
  ),
  nothing,
  summary: text('总之，……'),
});

const tasks = z.strictObject({
  heading: text('一级标题'),
  intro: text('引出各项任务的一句话'),
  list: list(
    z.strictObject({
      lead: text('“一要”“二是”加动宾短句，成句'),
      text: text('具体要求，可为空'),
    }),
    '下一步任务',
  ),
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：在某单位宣传工作会议上的讲话'),
    unit,
    salutation: text('称谓，以冒号结尾'),
    opening: text('开场段，以“下面，我讲三点意见。”结尾'),
    achievements: achievements.describe('成效'),
    mission: z
      .strictObject({
        heading: text('一级标题'),
        sides: list(text('段落'), '一方面，……；另一方面，……'),
      })
      .describe('使命任务'),
    tasks: tasks.describe('下一步任务'),
    closing: text('结尾：同志们，……！'),
    annexes: draftAnnexes,
  })
  .describe('会议讲话') satisfies z.ZodType<MeetingSpeechView>;

/** One line for lists. */
export const purpose = '领导在会上的讲话：成效、使命任务、下一步任务三点意见';
