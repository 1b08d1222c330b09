import { en } from '../../src/kernel/text/en.ts';
import { zhCn } from '../../src/kernel/text/zh-cn.ts';
import { type GeneratedPage, generatedPage, markdownTable } from './generated-page.ts';

const INTRO = `What a person is told when something is wrong that they can put right, by the code that the log has. Words in
braces are filled in. \`bug\` alone is not the person's doing: its incident number stands in the log, too.`;

/** Every code of a user's mistake, with its words in both languages. */
export function errorsPage(): GeneratedPage {
  const chinese: Readonly<Record<string, string>> = zhCn.errors;
  const rows = Object.entries(en.errors).map(([code, text]) => [`\`${code}\``, chinese[code] ?? '', text]);
  return generatedPage('errors.md', 'src/kernel/text', [
    '# Error codes',
    INTRO,
    markdownTable(['code', 'zh-CN', 'en'], rows),
  ]);
}
