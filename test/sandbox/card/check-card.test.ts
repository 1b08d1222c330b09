import { describe, expect, test } from 'vitest';
import { checkCard } from '../../../sandbox/card/check-card.ts';
import { Refusal } from '../../../sandbox/refusal.ts';

const AROUND = {
  isPerson: (id: string) => id === 'ou_known',
  atAllAllowed: false,
  isImage: (key: string) => key === 'img_known',
};

const plain = (content: string) => ({ tag: 'plain_text', content });
const markdown = (content: string) => ({ tag: 'markdown', content });
const body = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
const button = (traits: object = {}) => ({ tag: 'button', text: plain('确定'), ...traits });
const submit = (traits: object = {}) => button({ name: 'send', form_action_type: 'submit', ...traits });
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements });
const columns = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const panel = (...elements: unknown[]) => ({
  tag: 'collapsible_panel',
  header: { title: plain('更多') },
  elements,
});
const table = (traits: object = {}) => ({
  tag: 'table',
  columns: [
    { name: 'dept', display_name: '部门', data_type: 'text' },
    { name: 'count', data_type: 'number' },
  ],
  rows: [{ dept: '规划科', count: 3 }],
  ...traits,
});
const callback = (value: unknown) => [{ type: 'callback', value }];
const nestedPanels = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => panel(inner), markdown('底'));

/** The inner code of the refusal, or undefined when the card is accepted. */
function verdict(card: unknown): number | undefined {
  try {
    checkCard(card, AROUND);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe(230099);
    return Number(/ErrCode: (\d+);/.exec(error.message)?.[1]);
  }
}

describe('accepted is', () => {
  const full = {
    schema: '2.0',
    config: { update_multi: true, width_mode: 'fill', enable_forward: false, summary: { content: '回执' } },
    header: {
      title: plain('报送回执'),
      subtitle: plain('第 47 周'),
      template: 'green',
      text_tag_list: [{ tag: 'text_tag', text: plain('补报'), color: 'orange' }],
      icon: { tag: 'standard_icon', token: 'done_outlined' },
    },
    body: {
      direction: 'vertical',
      padding: '12px 12px 20px 12px',
      elements: [
        markdown('**好**'),
        { tag: 'hr' },
        table(),
        columns(button({ behaviors: callback({ a: '1' }) })),
      ],
    },
  };
  const cases: [string, unknown][] = [
    ['an empty card', { schema: '2.0' }],
    ['a card of every common part', full],
    [
      'a form with fields in columns',
      body(form(columns({ tag: 'input', name: 'title', max_length: 1000 }), submit())),
    ],
    [
      'a known person, mentioned or shown',
      body(markdown('<at id=ou_known></at><person id="ou_known"></person>')),
    ],
    ['links to the web', body(markdown('[看](https://a.cn/b) <a href="http://a.cn">看</a>'))],
    ['a link button', body(button({ behaviors: [{ type: 'open_url', default_url: 'https://a.cn' }] }))],
    ['an uploaded picture', body({ tag: 'img', img_key: 'img_known', alt: plain('图') })],
    ['five levels of containers', body(nestedPanels(5))],
    ['escaped text that looks like markup', body(markdown('&#60;at id=all&#62; &#91;x&#93;&#40;y&#41;'))],
    [
      'plain text that looks like markup',
      body({ tag: 'div', text: plain('<at id=all></at> [x](javascript:1)') }),
    ],
    ['five tables', body(...Array.from({ length: 5 }, () => table()))],
    [
      'a select with its options',
      body({ tag: 'select_static', options: [{ text: plain('甲'), value: 'a' }] }),
    ],
    ['a date picker', body({ tag: 'date_picker', initial_date: '2026-11-20', placeholder: plain('日期') })],
    ['200 elements', body(...Array.from({ length: 200 }, () => markdown('x')))],
  ];
  test.each(cases)('%s', (_what, card) => {
    expect(verdict(card)).toBeUndefined();
  });
});

describe('refused for its shape (200621) is', () => {
  const cases: [string, unknown][] = [
    ['a card of version 1', { header: { title: plain('旧') }, elements: [] }],
    ['another schema', { schema: '1.0' }],
    ['no object', ['2.0']],
    ['an unknown attribute of the card', { schema: '2.0', fallback: {} }],
    ['an unknown attribute of the config', { schema: '2.0', config: { wide_screen_mode: true } }],
    ['a card that is not shared', { schema: '2.0', config: { update_multi: false } }],
    ['a header without a title', { schema: '2.0', header: { template: 'blue' } }],
    ['an unknown header colour', { schema: '2.0', header: { title: plain('x'), template: 'pink' } }],
    [
      'four tags in the header',
      {
        schema: '2.0',
        header: { title: plain('x'), text_tag_list: Array(4).fill({ tag: 'text_tag', text: plain('y') }) },
      },
    ],
    ['an unknown element', body({ tag: 'note', elements: [] })],
    ['the old action row', body({ tag: 'action', actions: [] })],
    ['an element without a tag', body({ content: 'x' })],
    ['an unknown attribute of an element', body({ ...markdown('x'), colour: 'red' })],
    ['an unknown attribute deep inside', body(columns(button({ url: 'https://a.cn' })))],
    ['a markdown without content', body({ tag: 'markdown' })],
    ['a button with an unknown look', body(button({ type: 'warning' }))],
    ['a button without text or icon', body({ tag: 'button' })],
    ['a button text over 100 characters', body({ tag: 'button', text: plain('字'.repeat(101)) })],
    ['a callback value that is no object', body(button({ behaviors: callback('approve') }))],
    ['a callback value that is a list', body(button({ behaviors: callback(['approve']) }))],
    ['an unknown behaviour', body(button({ behaviors: [{ type: 'run', value: {} }] }))],
    [
      'a button to a script',
      body(button({ behaviors: [{ type: 'open_url', default_url: 'javascript:1' }] })),
    ],
    ['an input over 1000 characters', body({ tag: 'input', max_length: 1001 })],
    ['an input filled beyond its length', body({ tag: 'input', max_length: 2, default_value: '三个字' })],
    ['a select without options', body({ tag: 'select_static', options: [] })],
    [
      'a select with one value twice',
      body({ tag: 'select_static', options: Array(2).fill({ text: plain('甲'), value: 'a' }) }),
    ],
    ['a date that is none', body({ tag: 'date_picker', initial_date: '2026-02-30' })],
    ['an element id with a dash', body({ ...markdown('x'), element_id: 'a-b' })],
    ['an element id over 20 characters', body({ ...markdown('x'), element_id: 'a'.repeat(21) })],
    [
      'one element id twice',
      body({ ...markdown('x'), element_id: 'a' }, { ...markdown('y'), element_id: 'a' }),
    ],
    ['padding below zero', { schema: '2.0', body: { padding: '-1px', elements: [] } }],
    ['a form in a column', body(columns(form(submit())))],
    ['a form in a form', body(form(form(submit()), submit()))],
    ['a table in a form', body(form(table(), submit()))],
    ['a table in a panel', body(panel(table()))],
    ['a form without a submit button', body(form({ tag: 'input', name: 'a' }))],
    ['a submit button outside a form', body(submit())],
    [
      'a multiple choice outside a form',
      body({ tag: 'multi_select_static', options: [{ text: plain('甲'), value: 'a' }] }),
    ],
    ['a column by itself', body({ tag: 'column', elements: [] })],
    ['a column set of other things', body({ tag: 'column_set', columns: [markdown('x')] })],
    [
      'a column too heavy',
      body({ tag: 'column_set', columns: [{ tag: 'column', width: 'weighted', weight: 6, elements: [] }] }),
    ],
    ['a table page of 11', body(table({ page_size: 11 }))],
    ['a table page of 0', body(table({ page_size: 0 }))],
    ['a table without columns', body(table({ columns: [], rows: [] }))],
    ['mentioning everyone where that is not allowed', body(markdown('<at id=all></at>'))],
  ];
  test.each(cases)('%s', (_what, card) => {
    expect(verdict(card)).toBe(200621);
  });
});

describe('refused with a code of its own is', () => {
  const cases: [string, number, unknown][] = [
    ['an input in a form without a name', 200530, body(form({ tag: 'input' }, submit()))],
    ['a submit button without a name', 200530, body(form(submit({ name: undefined })))],
    ['a form without a name', 200530, body({ tag: 'form', elements: [submit()] })],
    ['a name used twice', 200530, body(form({ tag: 'input', name: 'send' }, submit()))],
    ['a name used in the form and outside it', 200530, body(button({ name: 'send' }), form(submit()))],
    ['a mention of nobody', 100290, body(markdown('<at id=ou_nobody></at>'))],
    ['a mention of nobody among others', 100290, body(markdown('<at ids=ou_known,ou_nobody></at>'))],
    ['a mention without an id', 100290, body(markdown('<at user_id="ou_known"></at>'))],
    ['a shown person who is nobody', 100290, body(markdown("<person id='ou_nobody'></person>"))],
    ['a person element who is nobody', 100290, body({ tag: 'person', user_id: 'ou_nobody' })],
    [
      'a mention of nobody in a table',
      100290,
      body(table({ columns: [{ name: 'a', data_type: 'lark_md' }], rows: [{ a: '<at id=x></at>' }] })),
    ],
    [
      'a persons cell with nobody',
      100290,
      body(table({ columns: [{ name: 'a', data_type: 'persons' }], rows: [{ a: ['ou_nobody'] }] })),
    ],
    [
      'a mention of nobody in the header',
      100290,
      { schema: '2.0', header: { title: { tag: 'lark_md', content: '<at id=x></at>' } } },
    ],
    ['a picture never uploaded', 200570, body({ tag: 'img', img_key: 'img_none', alt: plain('图') })],
    ['a picture never uploaded, in markdown', 200570, body(markdown('![图](img_none)'))],
    ['a link to a script', 200861, body(markdown('[看](javascript:alert(1))'))],
    ['a link of the old kind', 200861, body(markdown('[看]($urlVal)'))],
    ['an anchor to a file', 200861, body(markdown('<a href="file:///etc/passwd">看</a>'))],
    ['201 elements', 11310, body(...Array.from({ length: 201 }, () => markdown('x')))],
    [
      '101 texts, each counting with its element',
      11310,
      body(...Array.from({ length: 101 }, () => ({ tag: 'div', text: plain('x') }))),
    ],
    ['six levels of containers', 11310, body(nestedPanels(6))],
    ['six tables', 11310, body(...Array.from({ length: 6 }, () => table()))],
    [
      'six tables, one in markdown',
      11310,
      body(...Array.from({ length: 5 }, () => table()), markdown('|a|b|\n|---|---|\n|1|2|')),
    ],
    ['a row with a key that is no column', 200914, body(table({ rows: [{ dept: '规划科', total: 1 }] }))],
    ['a row with words for a number', 200914, body(table({ rows: [{ count: '三' }] }))],
    ['a column name twice', 200915, body(table({ columns: [{ name: 'a' }, { name: 'a' }], rows: [] }))],
  ];
  test.each(cases)('%s (%i)', (_what, code, card) => {
    expect(verdict(card)).toBe(code);
  });
});

test('a refusal says where', () => {
  const card = body(markdown('x'), columns(markdown('y'), { ...markdown('z'), colour: 'red' }));
  expect(() => checkCard(card, AROUND)).toThrow(
    /elements -> \[1\]\(tag: column_set\).*\[1\]\(tag: markdown\)/,
  );
});
