import { cleanLine } from '../../kernel/text/clean-text.ts';
import { foldName } from '../../kernel/text/fold-name.ts';
import type { Outlet, OutletLevel } from './outlet.ts';

/** The levels as people write them. */
const LEVELS: ReadonlyMap<string, OutletLevel> = new Map([
  ['国家级', 'national'],
  ['中央', 'national'],
  ['national', 'national'],
  ['省级', 'province'],
  ['province', 'province'],
  ['市级', 'city'],
  ['city', 'city'],
  ['县级', 'county'],
  ['区级', 'county'],
  ['county', 'county'],
  ['系统内', 'system'],
  ['system', 'system'],
  ['本单位', 'own'],
  ['own', 'own'],
]);

/** What is filled in behind which label. */
const LABELS: ReadonlyMap<string, 'name' | 'level' | 'aliases' | 'address' | 'format' | 'deadline'> = new Map(
  [
    ['名称', 'name'],
    ['name', 'name'],
    ['级别', 'level'],
    ['level', 'level'],
    ['别名', 'aliases'],
    ['alias', 'aliases'],
    ['地址', 'address'],
    ['邮箱', 'address'],
    ['网址', 'address'],
    ['联系', 'address'],
    ['address', 'address'],
    ['格式', 'format'],
    ['要求', 'format'],
    ['format', 'format'],
    ['截稿', 'deadline'],
    ['截止', 'deadline'],
    ['deadline', 'deadline'],
  ],
);

/** Not a colon of `https://`: a label stands at the beginning or behind a space. */
const LABEL = new RegExp(
  String.raw`(?:^|(?<=[\s，,；;]))(${[...LABELS.keys()].join('|')})\s*[：:]\s*`,
  'giu',
);

/** Longest name, and longest of the other texts, in characters. */
export const LONGEST_NAME = 30;
export const LONGEST_NOTE = 200;

export interface WrittenOutlet {
  /** The outlet that is spoken of. */
  readonly name: string;
  /** What was said of it. `level` undefined with `levelText` said: there is no such level. */
  readonly fields: Partial<Omit<Outlet, 'name'>> & { readonly newName?: string };
  readonly unknownLevel?: string;
}

/** Reads `县融媒体中心 县级 邮箱：a@b.cn 格式：Word 截稿：每周四 别名：县融、融媒`; the level may stand without its label. */
export function readOutlet(text: string): WrittenOutlet {
  const [head = '', ...labelled] = cleanLine(text).split(LABEL);
  const { name, level: bare } = readHead(head);
  const said = new Map<string, string>();
  for (let at = 0; at + 1 < labelled.length; at += 2) {
    const field = LABELS.get((labelled[at] ?? '').toLowerCase());
    const value = (labelled[at + 1] ?? '').replace(/[\s，,；;]+$/u, '');
    if (field !== undefined) said.set(field, value);
  }
  const levelText = said.get('level') ?? bare;
  const level = levelText === undefined ? undefined : readLevel(levelText);
  const aliases = said.get('aliases');
  const texts = ['address', 'format', 'deadline'].flatMap((field) =>
    said.has(field) ? [[field, said.get(field) ?? '']] : [],
  );
  const newName = said.get('name');
  return {
    name,
    fields: {
      ...Object.fromEntries(texts),
      ...(level !== undefined && { level }),
      ...(aliases !== undefined && { aliases: splitNames(aliases) }),
      ...(newName !== undefined && { newName }),
    },
    ...(levelText !== undefined && level === undefined && { unknownLevel: levelText }),
  };
}

/** Several names in one text: `县融、融媒`. */
export function splitNames(text: string): string[] {
  return [...new Set(text.split(/[、，,；;]/u).map((name) => name.trim()))].filter((name) => name !== '');
}

/** `省级`, `中央`, `county`. */
export function readLevel(word: string): OutletLevel | undefined {
  return LEVELS.get(foldName(word));
}

/** A level as the last word, when a name stands before it. */
function readHead(head: string): { readonly name: string; readonly level?: string } {
  const words = head
    .replace(/[“”"「」]/gu, '')
    .trim()
    .split(/\s+/u);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && LEVELS.has(foldName(last)))
    return { name: words.slice(0, -1).join(' '), level: last };
  return { name: words.join(' ') };
}
