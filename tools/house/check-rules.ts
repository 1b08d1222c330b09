import { Visitor } from 'oxc-parser';
import { noChineseText } from './rules/chinese-text.ts';
import { noDefaultExport, tellingFileName } from './rules/naming.ts';
import { noConsole, noOwnClock, noOwnEnvironment, staticLogMessage } from './rules/outside-world.ts';
import type { Rule } from './rules/rule.ts';
import { fileLength, functionLength, parameterCount } from './rules/size.ts';
import { honestTests } from './rules/test-discipline.ts';
import { noTypeEscape } from './rules/types.ts';
import type { SourceFile, Violation } from './source-file.ts';

export const RULES: readonly Rule[] = [
  fileLength,
  functionLength,
  parameterCount,
  noOwnClock,
  noOwnEnvironment,
  noConsole,
  staticLogMessage,
  noTypeEscape,
  tellingFileName,
  noDefaultExport,
  honestTests,
  noChineseText,
];

/** What in the file breaks the house rules, rule by rule. */
export function checkRules(file: SourceFile): Violation[] {
  return RULES.filter((rule) => rule.applies(file.path)).flatMap((rule) => checkRule(rule, file));
}

function checkRule(rule: Rule, file: SourceFile): Violation[] {
  const found: Violation[] = [];
  const report = (offset: number, message: string) => {
    found.push({ path: file.path, line: file.lineAt(offset), rule: rule.name, message });
  };
  rule.inspect?.(report, file);
  if (rule.visitor !== undefined) new Visitor(rule.visitor(report, file)).visit(file.program);
  return found;
}
