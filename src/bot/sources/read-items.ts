import { splitItems } from '../../domain/item/split-items.ts';
import { readArguments } from '../grammar/read-arguments.ts';
import { dropBotMention, readCommand } from '../grammar/read-command.ts';
import { takeDepartmentLine } from '../items/choose-department.ts';
import type { ParseDeps } from '../parse-message.ts';
import type { SourceMessage } from '../ports.ts';

/** Commands whose text is an item, and whether a line in it may name the department. */
const SUBMITTING: ReadonlyMap<string, boolean> = new Map([
  ['submit', true],
  ['late', true],
  ['for', false],
]);

/**
 * The texts of the items that a message holds, each as it would be stored if it were sent now: by the same grammar that
 * made them. A message without a command was quoted by one. Empty when it is another command by now.
 */
export function readItems(message: SourceMessage, groupId: string, deps: ParseDeps): readonly string[] {
  if (message.unreadable) return [];
  const { typed, mentions } = message;
  const { text, addressed } = dropBotMention(typed, mentions, deps.botId());
  const read = readCommand(text, deps.registry, addressed || message.chatId !== groupId);
  if (read.kind === 'unknown') return [];
  if (read.kind === 'talk') return itemsIn(message.text, true);
  const namesDepartment = SUBMITTING.get(read.name);
  const command = deps.registry.command(read.name);
  if (command === undefined || namesDepartment === undefined) return [];
  const { text: written } = readArguments(command.shape, read.argsText, mentions);
  return typeof written === 'string' ? itemsIn(written, namesDepartment) : [];
}

function itemsIn(written: string, namesDepartment: boolean): readonly string[] {
  const items = splitItems(written);
  return namesDepartment ? items.map((text) => takeDepartmentLine(text).rest) : items;
}
