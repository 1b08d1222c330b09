import type { Card, CardBlock, CardButton } from '../domain/message/card.ts';
import type { WireMessage } from '../domain/message/outgoing.ts';
import { type Locale, texts } from '../kernel/text/texts.ts';
import { shownName } from './help.ts';
import type { Registry } from './registry.ts';

/**
 * What a card says, as text alone: for a card that the platform will not show. People in it are named, never mentioned;
 * its buttons become the commands that do the same.
 */
export function plainCard(
  card: Card,
  { registry, locale }: { registry: Registry; locale: Locale },
): Extract<WireMessage, { kind: 'notice' }> {
  const { plainCard: words, list } = texts(locale);
  const buttons = card.blocks.flatMap(buttonsOf);
  const commands = new Set(buttons.flatMap((button) => commandLine(button, registry, locale)));
  const parts = [
    card.title,
    ...card.blocks.map((block) => linesOf(block, words.row).join('\n')),
    ...(commands.size > 0 ? [words.goOn(list([...commands]))] : []),
    words.why,
  ];
  return { kind: 'notice', text: parts.filter((part) => part !== '').join('\n') };
}

function linesOf(block: CardBlock, row: (label: string, value: string) => string): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [block.text];
    case 'fields':
      return block.fields.map(({ label, value }) => row(label, value));
    case 'list': {
      const items = block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item}`);
      return block.title === undefined ? items : [block.title, ...items];
    }
    case 'people':
      return block.rows.map(({ label, people }) => row(label, people.map(({ name }) => name).join(' ')));
    case 'table':
      return [block.columns, ...block.rows].map((cells) => cells.join(' | '));
    case 'buttons':
    case 'form':
    case 'divider':
      return [];
  }
}

function buttonsOf(block: CardBlock): readonly CardButton[] {
  if (block.kind === 'buttons') return block.buttons;
  return block.kind === 'form' ? [block.submit] : [];
}

/** `/修改 202611-规划科-03`: an action is named after its command, and its data names the item it is about. */
function commandLine({ action, data }: CardButton, registry: Registry, locale: Locale): string[] {
  const command = registry.command(action.split('.')[0] ?? '');
  if (command === undefined) return [];
  return [[`/${shownName(command, locale)}`, ...(data?.item === undefined ? [] : [data.item])].join(' ')];
}
