import type { Card, CardBlock } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { ReportItem } from '../../domain/report/facts.ts';
import type { CommandContext } from '../context.ts';
import { DESK_WORDS } from './desk-words.ts';
import { type Desk, printedIds } from './open-desk.ts';

/** Of long lists as many as can be taken in at a glance; their sections have them all. */
const SHOWN = 10;

/** The month's sections, each with a button that opens it, and what is not printed as it was sent in. */
export function overviewCard(ctx: CommandContext, { month, facts, groups }: Desk): Card {
  const words = DESK_WORDS[ctx.locale];
  const name = describeMonth(month);
  const { items, heldBack } = facts;
  const leftOut = items.filter((item) => item.leftOut);
  const stale = items.filter((item) => item.staleWording);
  const buttons = groups.map((group) => ({
    label: words.open(group.name, printedIds(group).length),
    action: 'desk.open',
    data: { group: ctx.group.id, month, block: group.name },
  }));
  return {
    tone: 'info',
    title: words.title(name),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.printed, value: words.count(items.length - leftOut.length) },
          ...(heldBack.inReview > 0
            ? [{ label: words.inReview, value: words.count(heldBack.inReview) }]
            : []),
        ],
      },
      { kind: 'buttons', buttons },
      ...listItems(`${words.leftOut} ${words.count(leftOut.length)}`, leftOut),
      ...listItems(words.staleTitle, stale),
      { kind: 'note', text: groups.length === 0 ? words.none : words.how(name) },
    ],
  };
}

function listItems(title: string, items: readonly ReportItem[]): CardBlock[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, SHOWN).map((item) => `#${item.serial}《${item.title}》`);
  return [{ kind: 'list', title, items: items.length > SHOWN ? [...lines, '…'] : lines }];
}
