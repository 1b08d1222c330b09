import type { Target } from '../../domain/message/outgoing.ts';
import type { Period } from '../../domain/period/period.ts';
import { SECRECY_TABLE, toSecrecyFacts } from '../../domain/secrecy/secrecy-facts.ts';
import type { TableFormat } from '../../domain/table/table.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { gatherTables } from './gather-tables.ts';
import { makeTables, type TableOrder } from './make-tables.ts';

interface ExportWords {
  /** What a file of several tables is called. */
  readonly all: string;
  readonly file: (unit: string, period: string, what: string) => string;
  readonly made: (period: string, tables: string, counted: number) => string;
  readonly left: (count: number) => string;
  readonly internal: (count: number) => string;
  readonly toSign: string;
}

const WORDS: Words<ExportWords> = {
  'zh-CN': {
    all: '宣传信息报送数据',
    file: (unit, period, what) => `${unit}${period}${what}`,
    made: (period, tables, counted) => `已导出${period}${tables}，计入信息 ${counted} 条，文件随后发来。`,
    left: (count) => `不宜公开或需报审的 ${count} 条未列入群里的明细；要内部清单，请私信我发送同样的命令。`,
    internal: (count) => `明细含不宜公开或需报审的 ${count} 条，仅供内部使用，请勿转发。`,
    toSign: '签署栏留空，请有关人员签名。',
  },
  en: {
    all: ' publicity figures',
    file: (unit, period, what) => `${unit}${period}${what}`,
    made: (period, tables, counted) =>
      `Exported for ${period}: ${tables}; ${counted} items count. The file follows.`,
    left: (count) =>
      ` ${count} items that must not be published are left out here; ask me in private to have them.`,
    internal: (count) => ` ${count} of the items must not be published: keep this file inside.`,
    toSign: ' The places for signatures are open.',
  },
};

/** Plans the file with the tables of a period. Says what is in it. */
export async function sendTables(
  ctx: CommandContext,
  order: TableOrder & { readonly format: TableFormat },
  target: Target,
): Promise<string> {
  const words = WORDS[ctx.locale];
  const { format, period } = order;
  const { tables, counted, heldBack } = await makeTables(ctx, order);
  const names = tables.map(({ name }) => name);
  const [only = words.all, ...more] = names;
  const what = more.length === 0 ? only : words.all;
  const name = `${words.file(ctx.group.settings.unitName, period.name, what)}.${format}`;
  await ctx.send({
    key: `export:${ctx.ids.next()}`,
    target,
    message: { kind: 'tables', name, tables, format },
  });
  await ctx.audit('export.make', [period.name, ...names]);
  const note = heldBack === 0 ? '' : order.internal ? words.internal(heldBack) : words.left(heldBack);
  return words.made(period.name, texts(ctx.locale).list(names), counted) + note;
}

/** Plans the table of secrecy reviews of a period as a paper of its own, to be signed. Says what is in it. */
export async function sendSecrecyPaper(ctx: CommandContext, period: Period, target: Target): Promise<string> {
  const words = WORDS[ctx.locale];
  const { facts } = await gatherTables(ctx, period);
  const name = `${words.file(ctx.group.settings.unitName, period.name, SECRECY_TABLE)}.docx`;
  await ctx.send({
    key: `export:${ctx.ids.next()}`,
    target,
    message: {
      kind: 'paper',
      name,
      template: 'secrecy-review',
      facts: toSecrecyFacts(facts, { period, signedOn: ctx.today.toString() }),
    },
  });
  await ctx.audit('export.make', [period.name, SECRECY_TABLE]);
  return words.made(period.name, SECRECY_TABLE, facts.items.length) + words.toSign;
}
