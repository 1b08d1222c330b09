import type { ArrowFunctionExpression, Function as FunctionNode, ParamPattern } from 'oxc-parser';
import type { SourceFile } from '../source-file.ts';
import type { Rule } from './rule.ts';

const FILE_LINES = 400;
const FUNCTION_LINES = 60;
const PARAMETERS = 4;

export const fileLength: Rule = {
  name: 'file-length',
  applies: () => true,
  inspect(report, file) {
    const lines = countLines(file, 0, file.text.length);
    if (lines > FILE_LINES)
      report(0, `${lines} lines of code; ${FILE_LINES} at most, split it by what it does`);
  },
};

export const functionLength: Rule = {
  name: 'function-length',
  // A test's describe() holds a whole file's worth of cases.
  applies: (path) => !path.startsWith('test/'),
  visitor(report, file) {
    const check = ({ start, end }: FunctionNode | ArrowFunctionExpression) => {
      const lines = countLines(file, start, end);
      if (lines > FUNCTION_LINES)
        report(
          start,
          `${lines} lines; ${FUNCTION_LINES} at most, take a step out of it (of a factory: move its methods out, with what they share as a parameter)`,
        );
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

export const parameterCount: Rule = {
  name: 'parameter-count',
  // A table of cases has as many columns as it needs.
  applies: (path) => !path.startsWith('test/'),
  visitor(report) {
    const check = ({ start, params }: { start: number; params: readonly ParamPattern[] }) => {
      if (params.length > PARAMETERS) {
        report(start, `${params.length} parameters; ${PARAMETERS} at most, pass one object instead`);
      }
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};

/** Lines between two offsets that hold more than blanks and comments. */
function countLines({ text, comments }: SourceFile, start: number, end: number): number {
  let code = '';
  let at = start;
  for (const comment of comments) {
    if (comment.start < at || comment.end > end) continue;
    code += text.slice(at, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, ' ');
    at = comment.end;
  }
  code += text.slice(at, end);
  return code.split('\n').filter((line) => line.trim() !== '').length;
}
