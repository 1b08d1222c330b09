import type { Suggestion } from '../../view.ts';
import { fillComposer } from '../composer/composer.ts';
import { el } from '../el.ts';
import { keepDrawn } from '../region.ts';
import { sendAct } from '../send-act.ts';
import { change, type State } from '../state.ts';
import { words } from '../words.ts';

/** Things to try: one press makes the visitor the right person, with the right words ready to be sent. */
export function createSuggestions(): HTMLElement {
  const root = el('div', { class: 'suggestions' });
  keepDrawn({
    root,
    input: ({ lang, snapshot }) => ({ lang, list: snapshot.suggestions, busy: snapshot.busy !== null }),
    draw: ({ lang, list, busy }, state) =>
      list.length === 0
        ? []
        : [
            el(
              'details',
              { open: true },
              el('summary', {}, words().tryTitle),
              el('ol', {}, ...list.map((one) => drawSuggestion(one, lang, { busy, state }))),
            ),
          ],
  });
  return root;
}

function drawSuggestion(
  one: Suggestion,
  lang: State['lang'],
  { busy, state }: { busy: boolean; state: State },
): HTMLElement {
  return el(
    'li',
    {},
    el('b', {}, one.title[lang]),
    el('span', {}, one.hint[lang]),
    el(
      'button',
      {
        type: 'button',
        disabled: busy,
        'data-key': one.title.en,
        'aria-label': `${words().tryGo}：${one.title[lang]}`,
        click: () => follow(one, state),
      },
      words().tryGo,
    ),
  );
}

function follow({ personId, text, clock }: Suggestion, { snapshot }: State): void {
  const group = snapshot.chats.find(({ kind }) => kind === 'group')?.id;
  change({
    ...(personId === undefined ? {} : { me: personId }),
    ...(group === undefined ? {} : { place: group }),
    pane: 'talk',
    replyTo: null,
  });
  if (text !== undefined) fillComposer(text);
  if (clock !== undefined) void sendAct({ act: 'clock', to: clock });
}
