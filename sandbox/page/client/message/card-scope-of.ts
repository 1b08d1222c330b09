import { walkCard } from '../../../card/walk-card.ts';
import type { MessageView } from '../../view.ts';
import type { CardScope } from '../card/card-scope.ts';
import { sendAct } from '../send-act.ts';
import { nameOf, personOf, type State } from '../state.ts';
import { showToast } from '../toast.ts';
import { words } from '../words.ts';

/** What a message's card needs: names, and a way to the bot for its buttons. */
export function cardScope(message: MessageView, state: State): CardScope {
  const chat = state.snapshot.chats.find(({ id }) => id === message.chatId);
  const people = (chat?.members ?? []).flatMap((id) => personOf(state, id) ?? []);
  const buttons = walkCard(message.content)
    .filter(({ tag }) => tag === 'button')
    .map(({ element }): object => element);
  return {
    people,
    caption: '',
    fields: undefined,
    nameOf: (id) => nameOf(state, id),
    isMe: (id) => id === state.me,
    async press(button, form) {
      const result = await sendAct({
        act: 'click',
        as: state.me,
        message: message.id,
        button: buttons.indexOf(button),
        form,
      });
      if (result?.toast !== undefined) showToast(result.toast.type, result.toast.content);
      if (result?.error !== undefined) showToast('error', words().clickError(result.error));
      if (result?.opened !== undefined) showToast('info', words().opened(result.opened));
    },
  };
}
