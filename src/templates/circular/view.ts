import { z } from 'zod';
import type { CircularView } from '../../domain/circular/circular-view.ts';
import { list, text, toFill, unit } from '../fields.ts';

const row = z.strictObject({
  serial: text('行序号，从 1 起；合计行为空'),
  department: text('部门名称，合计行为“合计”'),
  owed: text('应报周数'),
  answered: text('已报周数，含零报告'),
  submitted: text('报送条数，联合报送各部门各计 1 条'),
  late: text('其中补报的条数'),
  nil: text('零报告周数'),
  excused: text('免报周数'),
  adopted: text('采用条数，未登记为占位符'),
  rate: text('采用率，如 33.3%；没有报送为 —；未登记为占位符'),
});

const departments = z.strictObject({
  intro: text('表前的一句话'),
  rows: list(row, '每个部门一行，按部门顺序，没有报送的也在内'),
  total: row.describe('合计行'),
  notes: list(text('一条注'), '表下的注'),
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
