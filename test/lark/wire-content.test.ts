import { describe, expect, it } from 'vitest';
import { wireContent } from '../../src/lark/wire-content.ts';

const parsed = (text: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const { content, ...rest } = wireContent({ kind: 'notice', text }, locale);
  return { ...rest, content: JSON.parse(content), bytes: Buffer.byteLength(JSON.stringify({ content })) };
};

describe('wireContent', () => {
  it('sends a notice as rich text of nothing but text, so that nothing in it comes to life', () => {
    const text = '<at user_id="all">所有人</at>\n[点我](https://evil.example)\u202e';
    expect(parsed(text)).toMatchObject({
      msg_type: 'post',
      shortened: false,
      content: {
        zh_cn: {
          content: [
            [{ tag: 'text', text: '<at user_id="all">所有人</at>' }],
            [{ tag: 'text', text: '[点我](https://evil.example)' }],
          ],
        },
      },
    });
  });

  it('puts a link of our own at the end of its last line', () => {
    const link = { label: '报告', url: 'https://example.com/docx/1' };
    const { content } = wireContent({ kind: 'notice', text: '一\n在线文档：', link }, 'zh-CN');
    expect(JSON.parse(content).zh_cn.content.at(-1)).toEqual([
      { tag: 'text', text: '在线文档：' },
      { tag: 'a', text: '报告', href: 'https://example.com/docx/1' },
    ]);
  });

  it('names the language', () => {
    expect(parsed('hello', 'en').content).toHaveProperty('en_us');
  });

  it.each([
    ['Chinese', '字'.repeat(20_000), 20_000],
    ['line breaks', '\n'.repeat(20_000), 20_000],
    ['quotes', '"'.repeat(40_000), 40_000],
    ['emoji', '👍'.repeat(20_000), 20_000],
  ])('cuts a long notice of %s to what the platform takes, and says so', (_name, text, length) => {
    const { shortened, content, bytes } = parsed(text);
    expect(shortened).toBe(true);
    expect(bytes).toBeLessThan(30 * 1024);
    expect(JSON.stringify(content)).toContain(`…（共 ${length} 字）`);
  });

  it('leaves a notice that fits', () => {
    expect(parsed('字'.repeat(8_000)).shortened).toBe(false);
  });

  it('sends files by their key', () => {
    expect(wireContent({ kind: 'file', fileKey: 'file_v3_1' }, 'zh-CN')).toMatchObject({
      msg_type: 'file',
      content: '{"file_key":"file_v3_1"}',
    });
  });

  it('sends cards as interactive messages', () => {
    const card = { tone: 'info', title: '标题', blocks: [] } as const;
    expect(wireContent({ kind: 'card', card }, 'zh-CN')).toMatchObject({
      msg_type: 'interactive',
      shortened: false,
    });
  });
});
