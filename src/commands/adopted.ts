import { z } from 'zod';
import { cancelAdoption } from '../bot/adoption/cancel-adoption.ts';
import { listAdoptions } from '../bot/adoption/list-adoptions.ts';
import { registerAdoption } from '../bot/adoption/register-adoption.ts';
import { defineCommand } from '../bot/define-command.ts';
import { monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';

const zh = {
  summary: '登记媒体用稿；不写内容则列出本月用稿',
  args: { action: '列表、取消', text: '编号 媒体 链接 日期 [版面、头版、转载]' },
  what: '请写明编号、媒体和刊发日期。',
};

const en: typeof zh = {
  summary: 'Registers what an outlet printed; alone, lists the month',
  args: { action: 'list or cancel', text: 'number outlet link date [page, front, reprint]' },
  what: 'Give the number, the outlet and the day of publication.',
};

export const command = defineCommand({
  name: 'adopted',
  aliases: ['用稿'],
  roles: ['correspondent', 'editor', 'lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: { register: ['登记', '新增'], list: ['列表', '目录', '查看'], cancel: ['取消', '删除'] },
    defaultAction: 'register',
    rest: 'text',
  },
  args: z.strictObject({
    action: z.enum(['register', 'list', 'cancel']),
    text: z.string().max(3000).default(''),
  }),
  examples: [
    '#12 县融媒体中心 https://example.com/a/1.html 11月20日',
    '#12 市级日报 11月20日 3版 转载',
    '',
    '2026-10',
    '取消 #12 县融媒体中心',
  ],
  async run(ctx, { action, text }, words) {
    const written = text.trim();
    const month = written === '' ? monthOf(ctx.today) : parseMonth(written, ctx.today);
    if (action !== 'cancel' && month !== undefined) return listAdoptions(ctx, month);
    const [ref = '', rest = ''] = splitRef(written);
    if (ref === '' || action === 'list') return ctx.misuse(words.what);
    await (action === 'cancel' ? cancelAdoption(ctx, ref, rest) : registerAdoption(ctx, ref, rest));
  },
});

/** The number, and all that stands behind it; a bare `#` may stand apart from its number. */
function splitRef(text: string): readonly string[] {
  return /^([#＃]?\s*\S+)\s*([\s\S]*)$/u.exec(text)?.slice(1) ?? [];
}
