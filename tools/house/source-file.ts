import { type Comment, type Expression, type Program, parseSync, type Super } from 'oxc-parser';

/** One file of the project, parsed. `path` is relative to the project's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** The line, counted from 1, of an offset in `text`. */
  lineAt(offset: number): number;
}

/** A broken rule. `message` says what to do. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text, { preserveParens: false });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  return {
    path,
    text,
    program,
    comments,
    lineAt: (offset) => text.slice(0, offset).split('\n').length,
  };
}

/** `path:line rule: message`, one a line, for a person to read. */
export function tellViolations(violations: readonly Violation[]): string {
  return violations.map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`).join('\n');
}

/** Names joined by dots, calls left out: `it.each([1])` is `it.each`, `process['env']` is `process.env`. */
export function dottedName(node: Expression | Super): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return dottedName(node.callee);
  if (node.type === 'ChainExpression') return dottedName(node.expression);
  if (node.type !== 'MemberExpression') return undefined;
  const owner = dottedName(node.object);
  const { property } = node;
  if (owner === undefined) return undefined;
  const name = property.type === 'Literal' ? property.value : 'name' in property ? property.name : undefined;
  const known = node.computed === (property.type === 'Literal');
  return known && typeof name === 'string' ? `${owner}.${name}` : undefined;
}
