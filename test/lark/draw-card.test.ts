import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCard } from '../../sandbox/card/check-card.ts';
import type { Card, CardBlock, FormField } from '../../src/domain/message/card.ts';
import { drawCard } from '../../src/lark/draw-card.ts';

const card = (...blocks: CardBlock[]): Card => ({ tone: 'info', title: '标题', blocks });
const elements = (...blocks: CardBlock[]) => drawCard(card(...blocks)).json.body.elements;
const div = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } });

/** Every object of a card that has a tag. */
function tagged(part: unknown): Record<string, unknown>[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(tagged);
  return 'tag' in part ? [{ ...part }, ...inside] : inside;
}

function expectWithinLimits(json: object) {
  expect(Buffer.byteLength(JSON.stringify({ content: JSON.stringify(json) }))).toBeLessThan(30 * 1024);
  expect(tagged(json).length).toBeLessThanOrEqual(180);
  expect(tagged(json).filter(({ tag }) => tag === 'table').length).toBeLessThanOrEqual(5);
}

describe('drawCard', () => {
  it('draws the frame that updates need', () => {
    const { json, shortened } = drawCard({ tone: 'success', title: '已收到\n', summary: '回执', blocks: [] });
    expect(json).toEqual({
      schema: '2.0',
      config: { update_multi: true, summary: { content: '回执' } },
      header: { title: { tag: 'plain_text', content: '已收到' }, template: 'green' },
      body: { elements: [] },
    });
    expect(shortened).toBe(false);
  });

  it.each([
    ['info', 'blue'],
    ['success', 'green'],
    ['warning', 'orange'],
    ['danger', 'red'],
    ['neutral', 'grey'],
  ] as const)('shows the tone %s in %s', (tone, template) => {
    expect(drawCard({ tone, title: 't', blocks: [] }).json).toMatchObject({
      header: { template },
      config: { summary: { content: 't' } },
    });
  });

  it('draws text, notes and dividers', () => {
    const note = { tag: 'plain_text', content: '小字', text_size: 'notation', text_color: 'grey' };
    expect(
      elements(
        { kind: 'text', text: '第一行\n**第二行**' },
        { kind: 'divider' },
        { kind: 'note', text: '小字' },
      ),
    ).toEqual([div('第一行\n**第二行**'), { tag: 'hr' }, { tag: 'div', text: note }]);
  });

  it('draws fields in two columns', () => {
    const [row] = elements({ kind: 'fields', fields: [{ label: '编号', value: '#1' }] });
    expect(row).toMatchObject({
      tag: 'column_set',
      columns: [
        { weight: 1, elements: [{ text: { content: '编号' } }] },
        { weight: 3, elements: [{ text: { content: '#1' } }] },
      ],
    });
  });

  it('draws lists, numbered or not', () => {
    expect(elements({ kind: 'list', items: ['甲', '乙'] })).toEqual([div('• 甲\n• 乙')]);
    expect(elements({ kind: 'list', title: '名单', items: ['甲', '乙'], ordered: true })).toMatchObject([
      { text: { content: '名单', text_size: 'heading' } },
      { text: { content: '1. 甲\n2. 乙' } },
    ]);
  });

  it('mentions people by checked ids and names the others', () => {
    const people = [
      { name: '张三', mentionId: 'ou_zhang' },
      { name: '李<四>' },
      { name: '王五', mentionId: 'all' },
      { name: '赵六', mentionId: 'ou_x></at><at id=all' },
    ];
    expect(elements({ kind: 'people', rows: [{ label: '规划科*', people }] })).toEqual([
      { tag: 'markdown', content: '规划科&#42;：<at id=ou_zhang></at>、李&#60;四&#62;、王五、赵六' },
    ]);
  });

  it('draws tables of text', () => {
    expect(
      elements({ kind: 'table', columns: ['部门', '条数'], rows: [['规划科', '2'], ['办公室']] }),
    ).toEqual([
      {
        tag: 'table',
        page_size: 2,
        columns: [
          { name: 'c0', display_name: '部门', data_type: 'text' },
          { name: 'c1', display_name: '条数', data_type: 'text' },
        ],
        rows: [
          { c0: '规划科', c1: '2' },
          { c0: '办公室', c1: '' },
        ],
      },
    ]);
  });

  it('draws a table without rows, and the sixth table, as lines', () => {
    expect(elements({ kind: 'table', columns: ['部门', '条数'], rows: [] })).toEqual([div('部门｜条数')]);
    const table: CardBlock = { kind: 'table', columns: ['部门', '条数'], rows: [['规划科', '2']] };
    const drawn = elements(...Array.from({ length: 6 }, () => table));
    expect(drawn.map(({ tag }) => tag)).toEqual(['table', 'table', 'table', 'table', 'table', 'div']);
    expect(drawn[5]).toEqual(div('部门｜条数\n规划科｜2'));
  });

  it('gives buttons their action, data and question', () => {
    const [row] = elements({
      kind: 'buttons',
      buttons: [
        {
          label: '启用',
          style: 'primary',
          action: 'enable',
          data: { group: '1' },
          confirm: { title: '启用？', text: '名单已核对' },
        },
        { label: '以后', action: 'later' },
      ],
    });
    expect(row).toMatchObject({
      tag: 'column_set',
      flex_mode: 'flow',
      columns: [
        {
          elements: [
            {
              tag: 'button',
              type: 'primary',
              text: { content: '启用' },
              confirm: { title: { tag: 'plain_text', content: '启用？' }, text: { content: '名单已核对' } },
              behaviors: [{ type: 'callback', value: { a: 'enable', d: { group: '1' } } }],
            },
          ],
        },
        { elements: [{ type: 'default', behaviors: [{ type: 'callback', value: { a: 'later', d: {} } }] }] },
      ],
    });
  });

  it('leaves out blocks that say nothing', () => {
    const none = elements(
      { kind: 'text', text: ' ' },
      { kind: 'list', items: [] },
      { kind: 'people', rows: [] },
      { kind: 'fields', fields: [] },
      { kind: 'buttons', buttons: [] },
    );
    expect(none).toEqual([]);
  });
});

describe('a card beyond the limits', () => {
  it('shows many fields as lines, and loses nothing', () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ label: `部门${index}`, value: '已报' }));
    const { json, shortened } = drawCard(card({ kind: 'fields', fields }));
    expectWithinLimits(json);
    expect(shortened).toBe(false);
    expect(JSON.stringify(json)).toContain('部门59：已报');
  });

  it('counts the rows it has no room for', () => {
    const items = Array.from({ length: 400 }, (_, index) => `第 ${index} 条${'字'.repeat(60)}`);
    const { json, shortened } = drawCard(card({ kind: 'list', items }));
    expectWithinLimits(json);
    expect(shortened).toBe(true);
    expect(JSON.stringify(json)).toContain('另有 300 项');
  });

  it('says how long a text is that it cuts', () => {
    const { json, shortened } = drawCard(card({ kind: 'text', text: '字'.repeat(20_000) }));
    expectWithinLimits(json);
    expect(shortened).toBe(true);
    expect(JSON.stringify(json)).toContain('…（共 20000 字）');
  });

  it('tells that something is missing also where a table became lines', () => {
    const small: CardBlock = { kind: 'table', columns: ['部门'], rows: [['规划科']] };
    const large: CardBlock = { kind: 'table', columns: ['部门'], rows: Array(3_000).fill(['规划科']) };
    const { json, shortened } = drawCard(card(small, small, small, small, small, large));
    expectWithinLimits(json);
    expect(shortened).toBe(true);
  });

  it('speaks English to those who asked for it', () => {
    const { json } = drawCard(card({ kind: 'text', text: '字'.repeat(20_000) }), 'en');
    expect(JSON.stringify(json)).toContain('… (20000 characters in all)');
  });

  it('keeps its first blocks when there are too many', () => {
    const blocks = Array.from(
      { length: 300 },
      (_, index): CardBlock => ({ kind: 'text', text: `第 ${index} 段` }),
    );
    const { json, shortened } = drawCard(card(...blocks));
    expectWithinLimits(json);
    expect(shortened).toBe(true);
    expect(JSON.stringify(json)).toContain('第 80 段');
    expect(JSON.stringify(json)).toMatch(/另有 \d+ 项/);
  });
});

const hostile = fc.oneof(
  fc.constantFrom(
    '<at id=all></at>',
    '<at user_id="all">所有人</at>',
    '<font color=red>x</font>',
    '[点我](https://evil.example)',
    'https://evil.example',
    '**粗** _斜_ ~~删~~ `码`',
    '{{constructor}}',
    '| a | b |\n|---|---|',
    '# 标题\n- 项\n1. 项',
    '&#60;at id=all&#62;',
    ':DONE:',
    '\u202e\u0000\ud83d',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 3000 }),
);
const many = <T>(one: fc.Arbitrary<T>, maxLength = 12) => fc.array(one, { maxLength });
const block: fc.Arbitrary<CardBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'note'), text: hostile }),
  fc.record({ kind: fc.constant('fields'), fields: many(fc.record({ label: hostile, value: hostile })) }),
  fc.record({ kind: fc.constant('list'), title: hostile, items: many(hostile, 200), ordered: fc.boolean() }),
  fc.record({
    kind: fc.constant('people'),
    rows: many(
      fc.record({
        label: hostile,
        people: many(fc.record({ name: hostile, mentionId: fc.oneof(hostile, fc.constant('ou_1')) })),
      }),
    ),
  }),
  fc.record({ kind: fc.constant('table'), columns: many(hostile, 60), rows: many(many(hostile)) }),
  fc.record({
    kind: fc.constant('buttons'),
    buttons: many(fc.record({ label: hostile, action: fc.constant('a') })),
  }),
);

const field: fc.Arbitrary<FormField> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('line', 'paragraph'),
    name: fc.constant('text'),
    label: hostile,
    value: hostile,
    placeholder: hostile,
  }),
  fc.record({
    kind: fc.constant('choice'),
    name: fc.constant('choice'),
    label: hostile,
    options: fc.constant(['甲', '乙']),
  }),
  fc.record({
    kind: fc.constant('date'),
    name: fc.constant('day'),
    label: hostile,
    value: fc.constant('2026-11-18'),
  }),
);
const form: fc.Arbitrary<CardBlock> = fc.record({
  kind: fc.constant('form'),
  fields: fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1 }),
  submit: fc.record({ label: hostile, action: fc.constant('a') }),
});

describe('a form', () => {
  it('asks for what it is told to, with the button that sends it', () => {
    const { json } = drawCard(
      card({
        kind: 'form',
        fields: [
          { kind: 'line', name: 'title', label: '标题', required: true },
          { kind: 'paragraph', name: 'body', label: '内容', value: '长'.repeat(1500) },
          { kind: 'choice', name: 'section', label: '栏目', options: ['甲', '乙'], value: '乙' },
        ],
        submit: { label: '报送', action: 'submit.form', data: { group: 'oc_1' } },
      }),
    );

    const inputs = [...tagged(json)].filter(({ tag }) => tag === 'input');
    expect(inputs.map(({ name, required, default_value: value }) => [name, required, value])).toEqual([
      ['title', true, undefined],
      ['body', false, '长'.repeat(1000)],
    ]);
    expect([...tagged(json)].find(({ tag }) => tag === 'button')).toMatchObject({
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: { a: 'submit.form', d: { group: 'oc_1' } } }],
    });
  });
});

describe('any card at all', () => {
  it('keeps within the limits and lets no text out of plain text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostile, fc.array(block, { maxLength: 40 }), fc.option(form), (title, plain, asked) => {
        const blocks = asked ? [asked, ...plain] : plain;
        const { json } = drawCard({ tone: 'info', title, blocks });
        expectWithinLimits(json);
        checkCard(json, { isPerson: (id) => id === 'ou_1', isImage: () => false, atAllAllowed: false });
        for (const { tag, content } of tagged(json)) {
          if (tag !== 'markdown') continue;
          // What is left beside our own mentions and entities can't mean anything in markdown.
          const rest = String(content).replaceAll(/<at id=ou_1><\/at>|&#\d+;/g, '');
          expect(rest).not.toMatch(/[<>&*_[\]()`~#|{}\\/:!+"'$.]/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
