import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsFile } from '../../config/schema.ts';
import { REMEDIES, type VariableName, variableNames, variables } from '../../config/variables.ts';
import { type GeneratedPage, generatedPage, markdownTable } from './generated-page.ts';
import { readSettingNotes } from './read-setting-notes.ts';

const VARIABLES_INTRO = `Read once, at start. A file \`.env\` in the working folder is read too; what the environment sets wins over it. All
mistakes are told at once, by name and remedy, and the program ends with code 2.`;

const YAML_INTRO = `What a new group starts with. The file is \`config/bot.yaml\`, or the one that \`BOT_CONFIG\` names. Unknown keys and
values out of range are refused at start, by line; times are Asia/Shanghai, whatever the server's zone.`;

const CALENDAR = `Beside the settings file, and may be left out: days that are \`off\` and days that are \`worked\`, as lists of dates
(\`2027-02-05\`). They correct the State Council's plan for every group; what a group sets by \`/calendar\` wins.`;

const THEMES = `Beside the settings file, and may be left out: days, weeks and months with a theme, told some working days before they
begin. \`headsUp\` and \`tell\` (\`lead\` or \`group\`) hold for all that have none of their own. Each of \`themes\` has a
\`name\` and one of: \`day\` (\`04-22\`); \`from\` and \`to\`; \`month\`; \`nth\` with \`month\`, \`number\` (-1 is the last),
\`weekday\` (Monday is 1) and \`days\`.`;

const OUTLETS = `\`config/outlets.yaml\`, beside the settings file, is the directory of outlets that a new group begins with: a list \`outlets\`,
each with a \`name\`, a \`level\` (\`national\`, \`province\`, \`city\`, \`county\`, \`system\`, \`own\`) and, if known, \`aliases\`,
\`address\`, \`format\` and \`deadline\`. Once a group's lead has changed the list by \`/媒体\`, the group goes by its own.`;

/** The environment's variables and the keys of the settings file. */
export function settingsPage(root: string): GeneratedPage {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const yaml = readFileSync(join(root, 'config/bot.yaml'), 'utf8');
  return generatedPage(
    'settings.md',
    'config/variables.ts, config/schema.ts, config/bot.yaml and .env.example',
    [
      '# Settings',
      '## Environment',
      VARIABLES_INTRO,
      ...variableGroups(example).flatMap(({ comment, names }) => [
        comment,
        markdownTable(['variable', 'default', 'what to do'], names.map(variableRow)),
      ]),
      '## bot.yaml',
      YAML_INTRO,
      markdownTable(['key', 'in the file', 'allowed', 'what it is'], settingRows(yaml)),
      '## calendar.yaml',
      CALENDAR,
      '## theme-days.yaml',
      THEMES,
      '## outlets.yaml',
      OUTLETS,
    ],
  );
}

interface VariableGroup {
  readonly comment: string;
  readonly names: readonly VariableName[];
}

/** Blocks of `.env.example`: a comment, and the variables below it (or, for a commented-out one, named in it). */
function variableGroups(example: string): VariableGroup[] {
  return example.split('\n\n').flatMap((block) => {
    const names = variableNames.filter((name) => new RegExp(`^(# )?${name}(=| \\()`, 'm').test(block));
    const comment = block
      .split('\n')
      .filter((line) => line.startsWith('# '))
      .map((line) => line.slice(2));
    return names.length > 0 ? [{ comment: comment.join('\n\n'), names }] : [];
  });
}

function variableRow(name: VariableName): string[] {
  const { required = [], properties = {} } = z.toJSONSchema(variables, { io: 'input' });
  const property = properties[name];
  const written = typeof property === 'object' ? property.default : undefined;
  const value = written ?? variables.shape[name].safeParse(undefined).data;
  const shown = value === undefined ? (required.includes(name) ? 'must be set' : '') : `\`${String(value)}\``;
  return [`\`${name}\``, shown, REMEDIES[name]];
}

/** Keys in the order of the file; those it does not show, since they may be left out, come last. */
function settingRows(yaml: string): string[][] {
  const allowed = allowedValues();
  const notes = readSettingNotes(yaml);
  const left = [...allowed.keys()].filter((key) => !notes.some((note) => note.key === key));
  return [...notes, ...left.map((key) => ({ key, value: '', note: '' }))].map(({ key, value, note }) => [
    `\`${key}\``,
    value,
    allowed.get(key) ?? '',
    note,
  ]);
}

/** What the schema lets through, in words, by key (`reminders.dueTime`). */
function allowedValues(): Map<string, string> {
  const shape = z.toJSONSchema(settingsFile, { io: 'input' });
  const found = new Map<string, string>();
  const walk = (node: z.core.JSONSchema._JSONSchema, path: string) => {
    if (typeof node === 'boolean') return;
    const inner = Object.entries(node.properties ?? {});
    if (path !== '' && inner.length === 0) found.set(path, inWords(node));
    for (const [name, child] of inner) walk(child, path === '' ? name : `${path}.${name}`);
  };
  walk(shape, '');
  return found;
}

function inWords(node: z.core.JSONSchema.JSONSchema): string {
  if (node.enum !== undefined) return node.enum.join(', ');
  if (node.type === 'integer') return `${node.minimum}–${node.maximum}`;
  if (node.type === 'boolean') return 'true, false';
  if (node.type === 'array') return `${node.minItems}–${node.maxItems} entries`;
  if (node.maxLength !== undefined) return `text of ${node.minLength}–${node.maxLength} characters`;
  return node.pattern?.includes('[0-5]') ? '`HH:MM`' : 'an id such as `work-report`';
}
