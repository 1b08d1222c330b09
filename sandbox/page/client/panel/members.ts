import { el } from '../el.ts';
import { avatar } from '../message/draw-message.ts';
import { keepDrawn } from '../region.ts';
import { sendAct } from '../send-act.ts';
import { change, chatAt, PRIVATE, personOf, type State, unreadAt } from '../state.ts';
import { words } from '../words.ts';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly isMe: boolean;
  /** Private messages of the bot that they have not seen. */
  readonly unread: number;
}

/** Who is in the chat. Choosing somebody means playing them. */
export function createMembers(): HTMLElement {
  const root = el('section', { class: 'members' });
  keepDrawn({
    root,
    input: ({ lang, place, me, ...state }) => ({
      lang,
      me,
      group: chatAt(state, place, me)?.kind === 'group' ? place : undefined,
      botIn: chatAt(state, place, me)?.botIn ?? false,
      members: membersOf({ lang, place, me, ...state }),
    }),
    draw: ({ me, group, botIn, members }, { snapshot }) => [
      el('h2', {}, `${words().members} ${members.length}`),
      el('ul', {}, ...members.map(drawMember)),
      group === undefined
        ? null
        : el('p', { class: 'bot-line' }, avatar('', true), botIn ? words().inGroup : snapshot.bot.name),
      group === undefined ? null : drawRoster(group, me, botIn),
    ],
  });
  return root;
}

function membersOf(state: State): Member[] {
  const ids = chatAt(state, state.place, state.me)?.members ?? [state.me];
  return ids.flatMap((id) => {
    const person = personOf(state, id);
    return person === undefined
      ? []
      : [{ ...person, isMe: id === state.me, unread: unreadAt(state, PRIVATE, id) }];
  });
}

function drawMember({ id, name, title, isMe, unread }: Member): HTMLElement {
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        class: 'member',
        'data-key': id,
        'aria-pressed': String(isMe),
        click: () => change({ me: id, replyTo: null }),
      },
      avatar(name, false),
      el('span', {}, name, isMe ? el('em', {}, words().me) : null),
      el('small', {}, title),
      unread > 0 ? el('span', { class: 'unread', title: words().unread(unread) }, String(unread)) : null,
    ),
  );
}

function drawRoster(group: string, me: string, botIn: boolean): HTMLElement {
  const name = el('input', {
    type: 'text',
    maxlength: 40,
    required: true,
    'aria-label': words().inviteName,
    placeholder: words().inviteName,
  });
  const invite = async (event: Event) => {
    event.preventDefault();
    if ((await sendAct({ act: 'invite', chat: group, name: name.value })) !== undefined) name.value = '';
  };
  const button = (label: string, act: Parameters<typeof sendAct>[0]) =>
    el('button', { type: 'button', click: () => void sendAct(act) }, label);
  return el(
    'div',
    { class: 'roster' },
    el(
      'form',
      { submit: (event) => void invite(event) },
      name,
      el('button', { type: 'submit' }, words().invite),
    ),
    button(botIn ? words().removeBot : words().addBot, { act: 'bot', as: me, chat: group, in: !botIn }),
    button(words().leave, { act: 'leave', as: me, chat: group }),
  );
}
