import { isMap, isScalar, type Pair, parseDocument } from 'yaml';

/** One key of a settings file: its value as Markdown and the comment that explains it, in both languages. */
export interface SettingNote {
  readonly key: string;
  readonly value: string;
  readonly note: string;
}

/** Reads the keys of a settings file with the comments above (or, for one of several on a line each, behind) them. */
export function readSettingNotes(yaml: string): SettingNote[] {
  const { contents } = parseDocument(yaml);
  if (!isMap(contents)) throw new Error('the settings file is no mapping');
  return notesOf(contents.items, '', contents.commentBefore ?? '');
}

function notesOf(pairs: readonly Pair[], path: string, before: string): SettingNote[] {
  return pairs.flatMap(({ key, value }, index) => {
    if (!isScalar(key)) return [];
    const name = path === '' ? String(key.value) : `${path}.${key.value}`;
    const above = lastBlock(key.commentBefore ?? (index === 0 ? before : ''));
    if (isMap(value)) {
      const own: SettingNote = { key: name, value: '', note: tidy(above) };
      return [own, ...notesOf(value.items, name, '')];
    }
    const shown = isScalar(value) ? `\`${value.source ?? String(value.value)}\`` : 'a list';
    const behind = isScalar(value) ? (value.comment ?? '') : '';
    return [{ key: name, value: shown, note: tidy(`${above} ${behind}`) }];
  });
}

/** What stands above a blank line belongs to the file, not to the key. */
function lastBlock(comment: string): string {
  return comment.split(/\n\s*\n/).at(-1) ?? '';
}

function tidy(comment: string): string {
  return comment.replace(/\s+/g, ' ').trim();
}
