import { z } from 'zod';
import { quotedCommission } from '../bot/commission/answer-commission.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { answerQuestion } from '../bot/items/answer-question.ts';
import { itemCard } from '../bot/items/item-card.ts';
import { receiptCard } from '../bot/items/receipt-card.ts';
import { receiptFor } from '../bot/items/receipts-card.ts';
import { type SubmitOptions, submitItem } from '../bot/items/submit-item.ts';
import { submitItems } from '../bot/items/submit-items.ts';
import { answerQuoted, submitQuoted } from '../bot/items/submit-quoted.ts';
import { departmentName } from '../domain/department/department.ts';
import { hasOnlyLabels } from '../domain/item/split-items.ts';
import type { Card } from '../domain/message/card.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '报送一条信息',
  args: { text: '标题｜内容' },
  formTitle: '报送信息',
  formHow: '也可直接发送：/报送 标题｜内容。表单每项最多 1000 字，更长的请直接发消息。',
  title: '标题',
  body: '内容',
  date: '事件日期（不填按今天）',
  department: '部门',
  section: '栏目（不选自动归入）',
  outlets: '拟投媒体',
  submit: '报送',
};

const en: typeof zh = {
  summary: 'Sends an item in',
  args: { text: 'title|text' },
  formTitle: 'Send an item in',
  formHow: 'Or send: /submit title|text. A field holds 1000 characters; send longer texts as a message.',
  title: 'Title',
  body: 'Text',
  date: 'Date of the event (today if empty)',
  department: 'Department',
  section: 'Section (chosen by the bot if empty)',
  outlets: 'Outlets',
  submit: 'Send',
};

export const command = defineCommand({
  name: 'submit',
  aliases: ['报送'],
  roles: ['correspondent', 'editor', 'lead'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: { rest: 'text' },
  args: z.strictObject({ text: z.string().optional() }),
  examples: [
    '我局召开耕地保护工作推进会｜11月18日，我局在县政务中心召开耕地保护工作推进会，部署下一步工作。',
    '开展国土空间规划宣传进社区活动\n栏目：主题宣传\n日期：11月18日\n工作人员在城东社区发放宣传资料200余份。',
    '\n1. 开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。\n2. 开展窗口开放日活动｜11月18日，登记中心邀请居民走进大厅。',
  ],
  needs: ['quoted'],
  async run(ctx, { text }, words) {
    const commission = await quotedCommission(ctx);
    if (commission === undefined && ctx.quoted !== undefined && hasOnlyLabels(text ?? '')) {
      return submitQuoted(ctx, ctx.quoted, text ?? '');
    }
    const asked = commission === undefined ? {} : { commission };
    if (text === undefined) return ctx.reply(formCard(ctx, asked, words));
    await ctx.reply(receiptFor(ctx, await submitItems(ctx, text, asked)));
  },
  clicks: {
    open: {
      roles: ['correspondent', 'editor', 'lead'],
      run: async (ctx, _data, words) => ({
        tone: 'info',
        notice: words.formTitle,
        card: formCard(ctx, {}, words),
      }),
    },
    consent: {
      roles: ['member'],
      run: (ctx, data) => answerQuoted(ctx, data, 'yes'),
    },
    refuse: {
      roles: ['member'],
      run: (ctx, data) => answerQuoted(ctx, data, 'no'),
    },
    answer: {
      roles: ['member'],
      run: (ctx, data) => answerQuestion(ctx, data),
    },
    form: {
      roles: ['correspondent', 'editor', 'lead'],
      async run(ctx, { commission }) {
        // A form is one item of whoever presses its button, however often it is pressed.
        const sourceId = `form:${ctx.source.messageId}:${ctx.actor.id}`;
        const [stored] = await ctx.repos.items.bySource(sourceId);
        if (stored !== undefined) {
          const notice = texts(ctx.locale).receipt.title(stored.serial);
          return { tone: 'info', notice, card: await itemCard(ctx, stored, notice) };
        }
        const submitted = await submitItem(ctx, readForm(ctx.form), {
          sourceId,
          ...(commission === undefined ? {} : { commission }),
        });
        const card = receiptCard(ctx, submitted);
        return { tone: 'success', notice: card.title, card };
      },
    },
  },
});

/** Asks for one item. Whoever presses the button is its author, wherever the card stands. */
function formCard(ctx: CommandContext, asked: Pick<SubmitOptions, 'commission'>, words: typeof zh): Card {
  const { departments } = ctx.actor;
  const names = departments.map((department) => departmentName(department, ctx.today));
  return {
    tone: 'info',
    title: words.formTitle,
    blocks: [
      {
        kind: 'form',
        fields: [
          ...(names.length > 1
            ? ([
                {
                  kind: 'choice',
                  name: 'department',
                  label: words.department,
                  options: names,
                  required: true,
                },
              ] as const)
            : []),
          { kind: 'line', name: 'title', label: words.title, required: true },
          { kind: 'paragraph', name: 'body', label: words.body, required: true },
          { kind: 'date', name: 'date', label: words.date },
          {
            kind: 'choice',
            name: 'section',
            label: words.section,
            options: ctx.group.settings.sections.map(({ name }) => name),
          },
          { kind: 'line', name: 'outlets', label: words.outlets },
        ],
        submit: {
          label: words.submit,
          style: 'primary',
          action: 'submit.form',
          data: { group: ctx.group.id, ...asked },
        },
      },
      { kind: 'note', text: words.formHow },
    ],
  };
}

/** A filled form says the same as a message with labelled lines would. */
function readForm(form: Readonly<Record<string, string>>): string {
  const { title = '', body = '', date = '', section = '', outlets = '', department = '' } = form;
  const labelled = [
    ['部门', department],
    ['日期', date.slice(0, 'YYYY-MM-DD'.length)],
    ['栏目', section],
    ['拟投', outlets],
  ];
  const lines = labelled.flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  return [`${title.replace(/[｜|\n]+/g, ' ')}｜${body}`, ...lines].join('\n');
}
