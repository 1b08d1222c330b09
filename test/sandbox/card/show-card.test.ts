import { describe, expect, test } from 'vitest';
import { showCard } from '../../../sandbox/card/show-card.ts';
import { showMarkdown } from '../../../sandbox/card/show-markdown.ts';

const nameFor = (id: string) => (id === 'ou_1' ? '张三' : id);
const plain = (content: string) => ({ tag: 'plain_text', content });

test('a card reads from top to bottom, columns side by side, tables by row', () => {
  const card = {
    schema: '2.0',
    header: {
      title: plain('报送回执'),
      subtitle: plain('第 47 周'),
      text_tag_list: [{ tag: 'text_tag', text: plain('补报') }],
    },
    body: {
      elements: [
        { tag: 'markdown', content: '**编号**：202611-规划科-03\n请 <at id=ou_1></at> 核对' },
        { tag: 'hr' },
        {
          tag: 'table',
          columns: [
            { name: 'dept', display_name: '部门' },
            { name: 'n', data_type: 'number' },
          ],
          rows: [{ dept: '规划科', n: 3 }, { dept: '财务科' }],
        },
        {
          tag: 'column_set',
          columns: [
            { tag: 'column', elements: [{ tag: 'button', text: plain('通过') }] },
            { tag: 'column', elements: [{ tag: 'button', text: plain('退回') }] },
          ],
        },
        {
          tag: 'form',
          name: 'f',
          elements: [
            { tag: 'input', name: 'a', label: plain('标题'), placeholder: plain('必填') },
            { tag: 'select_static', name: 'b', options: [], initial_option: 'x' },
          ],
        },
        {
          tag: 'collapsible_panel',
          header: { title: plain('更多') },
          elements: [{ tag: 'div', text: plain('*原样*') }],
        },
      ],
    },
  };
  expect(showCard(card, nameFor)).toEqual([
    '报送回执【补报】',
    '第 47 周',
    '编号：202611-规划科-03',
    '请 @张三 核对',
    '———',
    '部门 | n',
    '规划科 | 3',
    '财务科 | ',
    '[通过]　[退回]',
    '标题［必填］',
    '［x］',
    '▾ 更多',
    '*原样*',
  ]);
});

describe('markdown', () => {
  test.each([
    ['<at id=all></at>注意', '@所有人注意'],
    ["<person id='ou_1' show_name=true></person>", '张三'],
    ["<font color='red'>红</font>和~~删~~", '红和删'],
    ['[看](https://a.cn)', '看（https://a.cn）'],
    ['# 标题\n- 一\n- 二', '标题\n- 一\n- 二'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['&#60;b&#62;&#42;&#42;原样&#42;&#42; &amp;&#x4e2d; &none;', '<b>**原样** &中 &none;'],
    ['&#38;#60;', '&#60;'],
  ])('%j reads %j', (source, shown) => {
    expect(showMarkdown(source, nameFor)).toBe(shown);
  });
});
