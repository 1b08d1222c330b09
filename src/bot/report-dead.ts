import { type Locale, texts } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { Draft } from '../store/draft.ts';

/**
 * A draft that can't be sent is shown to the group's leads (or, where there is none, its admins) in private. The notice
 * of a death is itself never mourned: the log has it.
 */
export async function reportDead(
  repos: Repos,
  draft: Draft,
  { reason, locale }: { reason: string; locale: Locale },
): Promise<void> {
  if (draft.groupId === undefined || draft.key.startsWith('dead:')) return;
  const words = texts(locale).dead;
  for (const personId of await repos.people.leads(draft.groupId)) {
    await repos.outbox.add({
      key: `dead:${draft.key}:${personId}`,
      groupId: draft.groupId,
      target: { kind: 'person', personId },
      message: {
        kind: 'card',
        card: {
          tone: 'danger',
          title: words.title,
          blocks: [{ kind: 'text', text: words.text(describeDraft(draft, locale), reason) }],
        },
      },
    });
  }
}

/** A message as people know it: by its title, or by what it is. */
export function describeDraft({ message }: Pick<Draft, 'message'>, locale: Locale): string {
  const words = texts(locale).dead;
  if (message.kind === 'card') return words.card(message.card.title);
  return words[message.kind];
}
