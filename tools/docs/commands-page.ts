import type { Command } from '../../src/bot/define-command.ts';
import { helpFor, shownName } from '../../src/bot/help.ts';
import { ROLES } from '../../src/domain/people/role.ts';
import { type Locale, texts, type Words } from '../../src/kernel/text/texts.ts';
import { codeBlock, type GeneratedPage, generatedPage, markdownTable } from './generated-page.ts';

const PAGES: Words<string> = { en: 'commands.md', 'zh-CN': 'commands.zh-CN.md' };

const WORDS: Words<{
  title: string;
  intro: string;
  head: readonly string[];
  names: string;
  roles: string;
  usage: string;
  actions: string;
  mark: string;
}> = {
  en: {
    title: '# Commands',
    intro: [
      'A command starts a message. After @bot and in a private chat the slash may be left out. Chinese and English',
      'names are equal; `／` and `、` count as the slash. In a usage line `<…>` is what you write yourself and `|`',
      'stands between choices; `@` is a person picked from the list. `/help` shows each person only what they may use.',
    ].join('\n'),
    head: ['command', 'who', 'what it does'],
    names: 'Names',
    roles: 'Who',
    usage: 'Usage',
    actions: 'Words for the choices',
    mark: ': ',
  },
  'zh-CN': {
    title: '# 命令一览',
    intro: [
      '命令写在消息开头；在 @机器人 之后或与机器人私聊时可以不写斜杠。中英文名称作用相同，`／` 和 `、` 也算斜杠。',
      '用法中 `<…>` 是要填写的内容，`|` 隔开可选的写法，`@` 表示从成员列表里选人。',
      '发送 `/帮助` 只列出本人能用的命令。',
    ].join('\n'),
    head: ['命令', '谁能用', '作用'],
    names: '名称',
    roles: '谁能用',
    usage: '用法',
    actions: '可选的写法',
    mark: '：',
  },
};

/** What every command says of itself, in one language. */
export function commandsPage(commands: readonly Command[], locale: Locale): GeneratedPage {
  const words = WORDS[locale];
  const rows = commands.map((command) => [
    `[/${shownName(command, locale)}](#${shownName(command, locale)})`,
    roleNames(command, locale),
    command.words(locale).summary,
  ]);
  return generatedPage(PAGES[locale], 'src/commands', [
    words.title,
    words.intro,
    markdownTable(words.head, rows),
    ...commands.map((command) => describe(command, locale)),
  ]);
}

function describe(command: Command, locale: Locale): string {
  const words = WORDS[locale];
  const [entry] = helpFor([command], { roles: new Set(ROLES) }, locale);
  if (entry === undefined) throw new Error(`${command.name} is open to no role`);
  const end = locale === 'en' ? '.' : '。';
  return [
    `## /${shownName(command, locale)}`,
    `${entry.summary}${end}`,
    [
      `- ${words.names}${words.mark}${entry.names.map((name) => `\`/${name}\``).join(' ')}`,
      `- ${words.roles}${words.mark}${roleNames(command, locale)}`,
      `- ${words.usage}${words.mark}\`${entry.usage}\``,
      ...actionLine(command, locale),
    ].join('\n'),
    codeBlock(entry.examples),
  ].join('\n\n');
}

/** All words that mean the same choice, the English one first: `add` 新增 添加. */
function actionLine({ shape }: Command, locale: Locale): string[] {
  const actions = Object.entries(shape.actions ?? {});
  if (actions.length === 0) return [];
  const each = actions.map(([name, aliases]) => [name, ...aliases].map((word) => `\`${word}\``).join(' '));
  return [`- ${WORDS[locale].actions}${WORDS[locale].mark}${texts(locale).list(each)}`];
}

function roleNames({ roles }: Command, locale: Locale): string {
  const words = texts(locale);
  return words.list(roles.map((role) => words.roles[role]));
}
