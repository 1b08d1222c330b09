import type { Card, CardButton } from '../../domain/message/card.ts';

/** A question with what speaks against a yes; once it is answered, with what came of it. */
export function doubtsCard(
  asked:
    | {
        readonly title: string;
        readonly doubts: readonly string[];
        readonly note: string;
        readonly buttons: readonly CardButton[];
      }
    | { readonly title: string; readonly outcome: string },
): Card {
  if ('outcome' in asked) {
    return { tone: 'neutral', title: asked.title, blocks: [{ kind: 'text', text: asked.outcome }] };
  }
  return {
    tone: 'warning',
    title: asked.title,
    blocks: [
      { kind: 'list', items: asked.doubts },
      { kind: 'note', text: asked.note },
      { kind: 'buttons', buttons: asked.buttons },
    ],
  };
}
