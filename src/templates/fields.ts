import { z } from 'zod';

/** A field that is printed, and what it holds, in the language of the reports. */
export const text = (description: string) => z.string().describe(description);

export const list = <T extends z.ZodType>(element: T, description: string) =>
  z.array(element).describe(description);

export const serial = text('行序号，从 1 起');
export const annexSerial = text('附件序号');

/** A department's figures in a table, and their sum. */
export const countRow = z.strictObject({
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

/** An item in a table of secrecy reviews. */
export const secrecyRow = z.strictObject({
  serial,
  number: text('信息编号'),
  title: text('信息标题'),
  departments: text('报送部门'),
  section: text('栏目'),
  verdict: text('审查情况'),
});

/** 待补清单. */
export const toFill = z
  .strictObject({
    serial: annexSerial,
    rows: list(
      z.strictObject({
        serial,
        place: text('位置'),
        what: text('待补内容'),
        how: text('怎样补'),
      }),
      '待补的各处；定稿为空',
    ),
  })
  .describe('待补清单');

/** What the draft of an article or a speech carries. */
export const draftAnnexes = z
  .strictObject({
    sources: z
      .strictObject({
        serial: annexSerial,
        rows: list(
          z.strictObject({
            serial,
            place: text('所在段落'),
            number: text('信息编号，如 202610-规划科-03'),
            title: text('信息标题'),
            departments: text('报送部门'),
          }),
          '写进文稿的信息，每条一行；定稿为空',
        ),
      })
      .describe('来稿对照表'),
    toFill,
  })
  .describe('初稿附件');

export const nothing = text('没有信息的月份代替正文的一句话，否则为空');
export const unit = text('单位名称');
export const itemNumber = text('信息编号，如 202610-规划科-03');

/** Items told in one piece each. */
export const toldItems = list(
  z.strictObject({ number: itemNumber, text: text('标题和正文，连成一段') }),
  '各条信息，早的在前',
);

/** Printed by `![caption](<picture:blob>)`. */
export const pictures = list(
  z.strictObject({ blob: text('图片文件的散列值'), caption: text('图题，不含“图1”') }),
  '信息的图片',
);

/** Points that run on. */
export const runOnParagraph = z.strictObject({
  points: list(
    z.strictObject({
      number: itemNumber,
      lead: text('“一是”加标题，成句；只有一条信息时不加“一是”'),
      text: text('正文，连成一段；仅有标题时为空'),
    }),
    '本段的信息',
  ),
});

export const RUN_ON = '一般一段；过长时每条信息一段';
export const runOnParagraphs = list(runOnParagraph, RUN_ON);
