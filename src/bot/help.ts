import type { Locale } from '../kernel/text/texts.ts';
import { isAllowed } from './authorize.ts';
import type { Actor, HelpEntry } from './context.ts';
import type { Command } from './define-command.ts';

/** The name people of a locale see: the Chinese alias, or the English name. */
export function shownName(command: Command, locale: Locale): string {
  return locale === 'zh-CN' ? command.aliases[0] : command.name;
}

/** `/通讯员 设置|副手 <部门> @人`, `[…]` for what may be left out: computed from the declaration, so it cannot drift. */
export function usageLine(command: Command, locale: Locale): string {
  const { shape } = command;
  const { args } = command.words(locale);
  const required = requiredArguments(command, locale);
  const label = (name: string, more = '') => {
    const text = `${args[name] ?? name}${more}`;
    return required.has(name) ? `<${text}>` : `[${text}]`;
  };
  const actions = Object.entries(shape.actions ?? {}).map(([name, aliases]) => aliases[0] ?? name);
  const parts = [
    ...(actions.length > 0
      ? [(locale === 'zh-CN' ? actions : Object.keys(shape.actions ?? {})).join('|')]
      : []),
    ...(shape.positional ?? []).map((name) => label(name)),
    ...(shape.list === undefined ? [] : [label(shape.list, '…')]),
    ...(shape.people === undefined ? [] : [`@${args[shape.people] ?? shape.people}`]),
    ...(shape.rest === undefined ? [] : [label(shape.rest)]),
  ];
  return [`/${shownName(command, locale)}`, ...parts].join(' ');
}

/** Names without which the command does not run, whatever its action. The schema is asked, so that nothing is said twice. */
function requiredArguments(command: Command, locale: Locale): ReadonlySet<string> {
  const actions = Object.keys(command.shape.actions ?? {});
  const tries = actions.length > 0 ? actions.map((action) => ({ action })) : [{}];
  const missing = tries.map((raw) => {
    const bound = command.bind(raw, locale);
    return typeof bound === 'function' ? [] : bound.wrong;
  });
  return new Set(missing.flat());
}

export function exampleLine(command: Command, locale: Locale): string {
  return `/${shownName(command, locale)} ${command.examples[0]}`.trimEnd();
}

/** What people need every week, before all the rest. */
const EVERYDAY = [
  'submit',
  'nil',
  'late',
  'edit',
  'withdraw',
  'mine',
  'status',
  'review',
  'approve',
  'return',
  'compile',
];

/** Commands this person may use: the everyday ones first, then the others by name. */
export function commandsFor(commands: readonly Command[], actor: Pick<Actor, 'roles'>): readonly Command[] {
  const allowed = commands.filter((command) => isAllowed(actor, command.roles));
  const everyday = EVERYDAY.flatMap((name) => allowed.filter((command) => command.name === name));
  return [...everyday, ...allowed.filter((command) => !EVERYDAY.includes(command.name))];
}

/** The help of one reader: only what the person may use. */
export function helpFor(
  commands: readonly Command[],
  actor: Pick<Actor, 'roles'>,
  locale: Locale,
): readonly HelpEntry[] {
  return commandsFor(commands, actor).map((command) => ({
    names: [shownName(command, locale), ...new Set([...command.aliases, command.name])].filter(
      (name, index, all) => all.indexOf(name) === index,
    ),
    summary: command.words(locale).summary,
    usage: usageLine(command, locale),
    examples: command.examples.map((example) => `/${shownName(command, locale)} ${example}`.trimEnd()),
  }));
}

/** No mistyped name is longer. */
const LONGEST_WORD = 40;

/** The nearest name among those this person may use, when it is near enough to be meant. */
export function nearestCommand(
  word: string,
  commands: readonly Command[],
  actor: Pick<Actor, 'roles'>,
): Command | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  const ranked = commandsFor(commands, actor)
    .map((command) => ({
      command,
      distance: Math.min(...[command.name, ...command.aliases].map((name) => nameDistance(wanted, name))),
    }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= 0.5 ? best.command : undefined;
}

/** Edit distance as a share of the longer word: 0 = equal, 1 = nothing in common. */
function nameDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, ca] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, cb] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (ca === cb ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(a.length, b.length, 1);
}
