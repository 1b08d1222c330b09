import { z } from 'zod';
import type { ReportView } from '../../domain/report/report-view.ts';
import {
  annexSerial,
  countRow,
  itemNumber,
  list,
  pictures,
  secrecyRow,
  serial,
  text,
  toFill,
  unit,
} from '../fields.ts';

const departmentRow = countRow.extend({ lastYear: text('上年同期报送条数，没有数据为占位符') });

const item = z.strictObject({
  number: itemNumber,
  lead: text('“一是”加标题，成句；只有一条时不加序号'),
  text: text('正文第一段，仅有标题时为空'),
  more: list(text('段落'), '正文其余各段'),
  pictures,
});

const block = z.strictObject({
  ordinal: text('序号，如（一）'),
  heading: text('栏目名，以“方面”结尾'),
  topic: text('主题句：条数和报送部门'),
  items: list(item, '本栏目的信息，早的在前'),
});

const annexes = z.strictObject({
  departments: z
    .strictObject({
      serial: annexSerial,
      rows: list(departmentRow, '每个部门一行，没有报送的也在内'),
      total: departmentRow.describe('合计行'),
      notes: list(text('一条注'), '表下的注'),
      months: list(
        z.strictObject({ month: text('月份，如 10月'), submitted: text('报送条数') }),
        '本年各月，不掌握的月份不列；只有本月时为空',
      ),
    })
    .describe('各部门信息报送情况统计表'),
  adoptions: z
    .strictObject({
      serial: annexSerial,
      rows: list(
        z.strictObject({
          serial,
          number: text('信息编号'),
          title: text('信息标题'),
          departments: text('报送部门'),
          outlet: text('用稿媒体'),
          level: text('媒体级别，如 市级；媒体目录里没有的为占位符'),
          date: text('用稿日期，如 2026年10月12日'),
          link: text('http(s) 网址，没有为空'),
        }),
        '每次用稿一行',
      ),
      note: text('没有用稿或尚未登记的说明，可为空'),
    })
    .describe('用稿目录'),
  nils: z
    .strictObject({
      serial: annexSerial,
      rows: list(
        z.strictObject({
          serial,
          week: text('周次，如 10月5日—10月11日'),
          department: text('部门名称'),
          kind: text('零报告或免报'),
          reason: text('原因；没有说明为“未说明”，不掌握为占位符'),
        }),
        '每个零报告或免报的周一行',
      ),
      note: text('一行也没有时的说明，否则为空'),
    })
    .describe('零报告及免报情况'),
  secrecy: z
    .strictObject({
      serial: annexSerial,
      rows: list(secrecyRow, '列入报告的信息，每条一行'),
      note: text('列入和未列入的条数'),
    })
    .describe('保密审查汇总表'),
  toFill,
});

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：单位、年月、宣传工作情况报告'),
    unit,
    self: text('单位自称：我局或我单位'),
    month: text('月份，如 2026年10月'),
    lead: text('引言段'),
    overview: list(text('段落'), '工作推进情况的总述'),
    blocks: list(block, '有信息的栏目，按设置的顺序'),
    nothing: text('没有信息的月份代替栏目的一句话，否则为空'),
    problems: list(
      z.strictObject({ ordinal: text('序号，如（一）'), text: text('一小段') }),
      '数据反映的问题',
    ),
    plans: list(
      z.strictObject({
        ordinal: text('序号，如（一）'),
        heading: text('成句的小标题'),
        text: text('段落，可为空'),
      }),
      '下月打算',
    ),
    signature: z.strictObject({ unit: text('落款单位'), date: text('落款日期') }).describe('落款'),
    enclosures: list(
      z.strictObject({ serial: text('附件序号'), name: text('附件名称') }),
      '附件说明，列在落款之上',
    ),
    annexes: annexes.describe('附件'),
  })
  .describe('工作报告') satisfies z.ZodType<ReportView>;

/** One line for lists. */
export const purpose = '月度工作情况报告：推进情况、存在问题、下一步打算，附统计表';
