import { below, type Rule } from './rule.ts';

/** Rooms that say nothing themselves: words live in kernel/text, templates, commands, schedules, report and domain. */
const SILENT_ROOMS = [
  'src/kernel',
  'src/store',
  'src/lark',
  'src/files',
  'src/bot',
  'src/web',
  'src/main',
  'config',
];

/** Files and folders (with a closing slash) that hold Chinese words all the same, each with the reason. */
export const CHINESE_ALLOWED: Readonly<Record<string, string>> = {
  'src/kernel/text/': 'the shared words',
};

const HAN = /\p{Script=Han}/u;

/**
 * No Chinese word in the code of a room that has no words of its own. A table under the key `'zh-CN'` is meant for
 * people and has an English sister, which the type checker sees to: that is allowed everywhere.
 */
export const noChineseText: Rule = {
  name: 'no-chinese-text',
  applies: (path) =>
    (below(...SILENT_ROOMS)(path) || path === 'src/main.ts') &&
    !Object.keys(CHINESE_ALLOWED).some((allowed) => path.startsWith(allowed)),
  visitor(report) {
    const message = "put the words into src/kernel/text, or into a { 'zh-CN': …, en: … } table";
    let tables = 0;
    const check = (start: number, text: string) => {
      if (tables === 0 && HAN.test(text)) report(start, `${JSON.stringify(text.slice(0, 20))}: ${message}`);
    };
    return {
      Property(node) {
        if (isChineseTable(node.key)) tables += 1;
      },
      'Property:exit'(node) {
        if (isChineseTable(node.key)) tables -= 1;
      },
      Literal({ start, value }) {
        if (typeof value === 'string') check(start, value);
      },
      TemplateElement({ start, value }) {
        check(start, value.raw);
      },
    };
  },
};

function isChineseTable(key: { type: string; value?: unknown }): boolean {
  return key.type === 'Literal' && key.value === 'zh-CN';
}
