import { type Expression, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

export interface Import {
  /** What is imported, as written; undefined when it is computed at run time. */
  readonly specifier: string | undefined;
  readonly offset: number;
}

/** Every import of a file: static, re-exported, type-only, `import('…')` in code or types, and `require('…')`. */
export function listImports(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (source: Expression | null | undefined) => {
    if (source) found.push({ specifier: stringOf(source), offset: source.start });
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'require') return;
      if (first !== undefined && first.type !== 'SpreadElement') add(first);
    },
  }).visit(file.program);
  return found;
}

function stringOf(source: Expression): string | undefined {
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}
