import type { VisitorObject } from 'oxc-parser';
import type { SourceFile } from '../source-file.ts';

/** Notes a broken rule at an offset of the file. */
export type Report = (offset: number, message: string) => void;

/** A house rule. It sees one file at a time and knows nothing of the others. */
export interface Rule {
  readonly name: string;
  /** Whether the rule holds for the file at this path. */
  applies(path: string): boolean;
  /** What to look at in the syntax tree, noting what breaks the rule. */
  visitor?(report: Report, file: SourceFile): VisitorObject;
  /** For what the tree does not show: names, lines, comments. */
  inspect?(report: Report, file: SourceFile): void;
}

/** True for paths below one of the folders. */
export function below(...folders: readonly string[]): (path: string) => boolean {
  return (path) => folders.some((folder) => path.startsWith(`${folder}/`));
}
