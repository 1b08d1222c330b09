import { z } from 'zod';
import type { CircularView } from '../../domain/circular/circular-view.ts';
import { countRow, list, text, toFill, unit } from '../fields.ts';

const departments = z.strictObject({
  intro: text('表前的一句话'),
  rows: list(countRow, '每个部门一行，按部门顺序，没有报送的也在内'),
  total: countRow.describe('合计行'),
  notes: list(text('一条注'), '表下的注'),
  points: z
    .strictObject({
      intro: text('积分表前的一句话'),
      rows: list(
        z.strictObject({
          serial: text('名次'),
          department: text('部门名称'),
          submitted: text('报送条数'),
          adopted: text('采用条数，未登记为占位符'),
          points: text('积分'),
        }),
        '每个部门一行，积分高的在前；本群不计积分时为空',
      ),
    })
    .describe('各部门积分'),
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：单位、时段、宣传信息报送情况的通报'),
    unit,
    addressee: text('主送，以冒号结尾'),
    lead: text('引言段'),
    overview: list(text('段落'), '总体情况'),
    departments: departments.describe('各部门报送情况'),
    closing: text('有关事项'),
    signature: z.strictObject({ unit: text('落款单位'), date: text('落款日期') }).describe('落款'),
    toFill,
  })
  .describe('情况通报') satisfies z.ZodType<CircularView>;

/** One line for lists. */
export const purpose = '某月、某季或全年的报送情况通报，一张表按部门顺序';
