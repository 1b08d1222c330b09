import type { Click, Command } from './define-command.ts';
import type { CommandNames } from './grammar/read-command.ts';

/** All commands, found by any of their names. */
export interface Registry extends CommandNames {
  readonly commands: readonly Command[];
  command(name: string): Command | undefined;
  click(action: string): Click | undefined;
}

const CHINESE = /^\p{Script=Han}/u;

/** Builds the registry. Throws when two commands claim a name: the program must not start then. */
export function createRegistry(commands: readonly Command[]): Registry {
  const byWord = new Map<string, string>();
  for (const command of commands) {
    for (const word of [command.name, ...command.aliases]) {
      const key = fold(word);
      const owner = byWord.get(key);
      if (owner !== undefined)
        throw new Error(`command name "${word}" is used by ${owner} and ${command.name}`);
      byWord.set(key, command.name);
    }
  }
  const chinese = commands
    .flatMap(({ aliases, nameAlone }) => (nameAlone ? [] : aliases))
    .filter((word) => CHINESE.test(word))
    .sort((a, b) => b.length - a.length);
  const byName = new Map(commands.map((command) => [command.name, command]));
  const clicks = new Map(commands.flatMap((command) => [...command.clicks]));
  return {
    commands,
    find: (word) => byWord.get(fold(word)),
    findPrefix(word) {
      const prefix = chinese.find((name) => word.startsWith(name));
      const name = prefix && byWord.get(fold(prefix));
      return prefix && name ? { name, length: prefix.length } : undefined;
    },
    command: (name) => byName.get(name),
    click: (action) => clicks.get(action),
  };
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}
