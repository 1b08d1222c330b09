import { describe, expect, it } from 'vitest';
import { decodeContent } from '../../src/lark/decode-content.ts';

const decode = (type: string, content: unknown) => decodeContent(type, JSON.stringify(content));
const nothing = { text: '', attachments: [], unreadable: false };

describe('decodeContent', () => {
  it.each([
    ['text', { text: '@_user_1 好\u202e\r\n的' }, { ...nothing, text: '@_user_1 好\n的' }],
    ['image', { image_key: 'img_v3_1' }, { ...nothing, attachments: [{ kind: 'image', key: 'img_v3_1' }] }],
    [
      'file',
      { file_key: 'file_v3_1', file_name: '总结\n.docx' },
      { ...nothing, attachments: [{ kind: 'file', key: 'file_v3_1', name: '总结 .docx' }] },
    ],
    [
      'audio',
      { file_key: 'f1', duration: 2000 },
      { ...nothing, attachments: [{ kind: 'audio', key: 'f1' }] },
    ],
    [
      'media',
      { file_key: 'f1', image_key: 'i1', file_name: 'a.mp4' },
      { ...nothing, attachments: [{ kind: 'video', key: 'f1', name: 'a.mp4' }] },
    ],
    [
      'sticker',
      { file_key: 'f1' },
      { text: '', attachments: [{ kind: 'sticker', key: 'f1' }], unreadable: true },
    ],
    [
      'folder',
      { file_key: 'f1', file_name: '资料' },
      { text: '', attachments: [{ kind: 'folder', key: 'f1', name: '资料' }], unreadable: true },
    ],
    ['location', { name: '广场' }, { ...nothing, unreadable: true }],
    ['merge_forward', 'Merged and Forwarded Message', { ...nothing, unreadable: true, bundle: true }],
    ['__proto__', {}, { ...nothing, unreadable: true }],
  ])('reads %s', (type, content, expected) => {
    expect(decode(type, content)).toEqual(expected);
  });

  it('reads rich text as lines, with its pictures and videos', () => {
    const content = [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '' },
        { tag: 'text', text: ' /报送 ', style: ['bold'] },
        { tag: 'a', text: '链接', href: 'https://example.cn/' },
      ],
      [{ tag: 'img', image_key: 'img_v3_1' }],
      [{ tag: 'media', file_key: 'file_v3_1', image_key: 'img_v3_2' }],
      [
        { tag: 'code_block', language: 'text', text: '第三行' },
        { tag: 'emotion', emoji_type: 'OK' },
        { tag: 'hr' },
      ],
    ];
    expect(decode('post', { title: '标题', content })).toEqual({
      text: '@_user_1 /报送 标题\n[链接](https://example.cn/)\n\n\n第三行[OK]',
      attachments: [
        { kind: 'image', key: 'img_v3_1' },
        { kind: 'video', key: 'file_v3_1' },
      ],
      unreadable: false,
    });
  });

  it.each([
    ['/报送', '内容', '/报送 标题\n内容'],
    ['/报送：第一句', '内容', '/报送 标题\n第一句\n内容'],
    ['／报送', '', '／报送 标题'],
    ['报送截止是哪天？', '内容', '标题\n报送截止是哪天？\n内容'],
    ['/报送标题｜内容', '', '标题\n/报送标题｜内容'],
    ['第一句', '/报送', '标题\n第一句\n/报送'],
  ])('puts the title of a rich text behind the command below it: %s', (first, second, text) => {
    const content = [first, second].map((line) => [{ tag: 'text', text: line }]);
    expect(decode('post', { title: '标题', content })?.text).toBe(text);
  });

  it('leaves a title that is a command where it is', () => {
    const content = [[{ tag: 'text', text: '/说明' }]];
    expect(decode('post', { title: '/报送 标题', content })?.text).toBe('/报送 标题\n/说明');
  });

  it.each([
    ['text', { text: 1 }],
    ['image', {}],
    ['file', { file_key: 'a/b' }],
    ['post', { content: 'no list' }],
  ])('gives nothing for %s content of another shape', (type, content) => {
    expect(decode(type, content)).toBeUndefined();
  });

  it('gives nothing for content that is no JSON', () => {
    expect(decodeContent('text', '{')).toBeUndefined();
  });
});
