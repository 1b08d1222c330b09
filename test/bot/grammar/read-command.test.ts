import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddressed } from '../../../src/bot/accept-event.ts';
import { dropBotMention, readCommand } from '../../../src/bot/grammar/read-command.ts';
import { loadRegistry } from '../../../src/bot/load-parts.ts';
import { makeMessage } from '../../support/make-event.ts';

const registry = await loadRegistry();
const BOT = 'ou_bot';
const bot = (key = '@_user_1') => ({ key, personId: BOT, name: '宣传助手', isBot: true });
const person = (key: string, name: string) => ({ key, personId: `ou_${name}`, name, isBot: false });

/** `name|rest`, or the kind when it is no command. */
function read(text: string, addressed = false): string {
  const found = readCommand(text, registry, addressed);
  if (found.kind === 'command') return `${found.name}|${found.argsText}`;
  return found.kind === 'unknown' ? `? ${found.word}` : found.kind;
}

describe('a command at the start of a message', () => {
  it.each([
    ['/报送 标题｜内容', 'submit|标题｜内容'],
    ['／报送 标题｜内容', 'submit|标题｜内容'],
    ['、报送 标题｜内容', 'submit|标题｜内容'],
    ['/ 报送 标题', 'submit|标题'],
    ['/报送　标题', 'submit|标题'],
    ['  /报送 标题', 'submit|标题'],
    ['/报送标题｜内容', 'submit|标题｜内容'],
    ['/报送：标题', 'submit|标题'],
    ['/报送: 标题', 'submit|标题'],
    ['/报送\n标题\n内容', 'submit|\n标题\n内容'],
    ['/submit title|text', 'submit|title|text'],
    ['/SUBMIT title', 'submit|title'],
    ['/ｓｕｂｍｉｔ title', 'submit|title'],
    ['/本周无', 'nil|'],
    ['/零报告 培训', 'nil|培训'],
    ['/nil', 'nil|'],
    ['/进度上周', 'status|上周'],
  ])('is found in %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['/repot', '? repot'],
    ['/报道', '? 报道'],
    ['/submitted 1', '? submitted'],
    ['/var', '? var'],
    ['/本周无法按时报送', '? 本周无法按时报送'],
  ])('that nobody declares is said to be unknown: %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '报送 标题',
    '请大家尽快 /报送',
    '、大家好',
    '/',
    '//',
    '/ ',
    '',
    '/usr/bin 是什么',
    '/home/bot/data',
    '/。',
    '1/2 的部门报了',
  ])('is not seen in %j', (text) => {
    expect(read(text)).toBe('talk');
  });

  it('needs no slash when the bot is spoken to', () => {
    expect(read('报送 标题', true)).toBe('submit|标题');
    expect(read('帮助', true)).toBe('help|');
    expect(read('报送：标题｜内容', true)).toBe('submit|标题｜内容');
    expect(read('你好', true)).toBe('talk');
    expect(read('/你好', true)).toBe('? 你好');
  });
});

it.each(['本周无法按时报送，能不能宽限？', '报送截止时间是几点？', '进度怎么样'])(
  'is no command without a slash when its name goes on: %j',
  (text) => {
    expect(read(text, true)).toBe('talk');
  },
);

describe('reading any text', () => {
  it('never throws, and loses nothing that stands behind the name', () => {
    const names = fc.constantFrom('报送', 'submit', '补报', '汇总');
    const rest = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.constantFrom('/', '／', '、'), names, rest, (slash, name, text) => {
        const found = readCommand(`${slash}${name} ${text}`, registry, false);
        if (found.kind !== 'command') throw new Error('the command was not found');
        const expected = text.replace(/^\s*[:：]/, '').trim();
        expect(found.argsText.trim()).toBe(expected);
      }),
    );
  });

  it('never throws, whatever the text and whoever is spoken to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, addressed) => {
        expect(['command', 'unknown', 'talk']).toContain(readCommand(text, registry, addressed).kind);
      }),
    );
  });
});

describe('the bot’s own mention', () => {
  it('is taken out, at the start and elsewhere; other mentions stay', () => {
    const mentions = [bot(), person('@_user_12', '张三')];
    expect(dropBotMention('@_user_1 通讯员 设置 规划科 @_user_12', mentions, BOT)).toEqual({
      text: '通讯员 设置 规划科 @_user_12',
      addressed: true,
    });
    expect(dropBotMention('报送 标题 @_user_1', [bot()], BOT).text.trim()).toBe('报送 标题');
  });

  it('is another’s when only another bot is mentioned', () => {
    const other = { ...bot(), personId: 'ou_other_bot' };
    expect(dropBotMention('@_user_1 报送', [other], BOT)).toEqual({
      text: '@_user_1 报送',
      addressed: false,
    });
  });

  it('is any bot’s as long as the bot does not know its own id', () => {
    expect(dropBotMention('@_user_1 报送', [bot()], undefined)).toEqual({ text: '报送', addressed: true });
    expect(dropBotMention('@_user_1 报送', [person('@_user_1', '张三')], undefined).addressed).toBe(false);
  });
});

describe('a message in the group', () => {
  it.each([
    [true, 'a command', { text: '/报送 标题' }],
    [true, 'an unknown command', { text: '/报道 标题' }],
    [true, 'anything with @bot', { text: '@_user_1 你好', mentions: [bot()] }],
    [false, 'plain talk', { text: '大家好' }],
    [false, 'talk with a mention', { text: '@_user_1 收到', mentions: [person('@_user_1', '张三')] }],
    [false, 'a picture', { text: '', unreadable: true }],
    [false, 'a command of another bot', { text: '/报送 标题', senderIsBot: true }],
    [
      false,
      'another bot that mentions this one',
      { text: '@_user_1 报送', mentions: [bot()], senderIsBot: true },
    ],
  ])('is for the bot: %s — %s', (expected, _, given) => {
    expect(isAddressed(makeMessage(given), registry, BOT)).toBe(expected);
  });

  it('is always for the bot in private, but never from a bot', () => {
    expect(isAddressed(makeMessage({ chatType: 'private', text: '你好' }), registry, BOT)).toBe(true);
    const fromBot = makeMessage({ chatType: 'private', text: '你好', senderIsBot: true });
    expect(isAddressed(fromBot, registry, BOT)).toBe(false);
  });
});
