import { expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { plainCard } from '../../src/bot/plain-card.ts';
import type { Card } from '../../src/domain/message/card.ts';

const registry = await loadRegistry();

it('says everything on the card, and how to go on without its buttons', () => {
  const data = { group: 'oc_1', item: '202611-规划科-01' };
  const card: Card = {
    tone: 'warning',
    title: '待审 #1',
    blocks: [
      { kind: 'fields', fields: [{ label: '部门', value: '规划科' }] },
      { kind: 'text', text: '正文' },
      { kind: 'divider' },
      { kind: 'list', title: '请留意', items: ['没有地点'] },
      { kind: 'list', items: ['甲', '乙'], ordered: true },
      { kind: 'table', columns: ['部门', '条数'], rows: [['规划科', '3']] },
      {
        kind: 'buttons',
        buttons: [
          { label: '通过', action: 'approve.press', data },
          { label: '修改后通过', action: 'approve.amend', data },
        ],
      },
      { kind: 'form', fields: [], submit: { label: '退回', action: 'return.press', data } },
      { kind: 'note', text: '附注' },
    ],
  };

  expect(plainCard(card, { registry, locale: 'zh-CN' }).text.split('\n')).toEqual([
    '待审 #1',
    '部门：规划科',
    '正文',
    '请留意',
    '• 没有地点',
    '1. 甲',
    '2. 乙',
    '部门 | 条数',
    '规划科 | 3',
    '附注',
    '接下来可以发送：/通过 202611-规划科-01、/退回 202611-规划科-01',
    '（卡片没能显示，改发文字。）',
  ]);
});

it('names people and mentions nobody', () => {
  const people = [{ name: '张三', mentionId: 'ou_1' }, { name: '李四' }];
  const card: Card = {
    tone: 'info',
    title: '未报',
    blocks: [{ kind: 'people', rows: [{ label: '规划科', people }] }],
  };

  const { text } = plainCard(card, { registry, locale: 'en' });

  expect(text).toContain('规划科: 张三 李四');
  expect(text).not.toMatch(/ou_1|@/);
});
