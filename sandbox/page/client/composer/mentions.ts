import { el } from '../el.ts';
import { chatAt, current, personOf } from '../state.ts';
import { words } from '../words.ts';

/** A list of who can be mentioned, opened by its button or by typing an @. */
export function createMentions(area: HTMLTextAreaElement): HTMLElement {
  const list = el('ul', { class: 'mention-list', hidden: true });
  const close = () => {
    list.hidden = true;
    area.focus();
  };
  const insert = (name: string, behindAt: boolean) => {
    const text = `${behindAt ? '' : '@'}${name} `;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input'));
    close();
  };
  const open = (behindAt: boolean) => {
    const option = (name: string) =>
      el(
        'li',
        {},
        el('button', { type: 'button', class: 'quiet', click: () => insert(name, behindAt) }, name),
      );
    list.replaceChildren(...mentionable().map(option));
    list.hidden = false;
  };
  area.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.data === '@') open(true);
    else list.hidden = true;
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || list.hidden) return;
    event.preventDefault();
    list.querySelector('button')?.focus();
  });
  list.addEventListener('keydown', (event) => moveIn(list, event, close));
  const toggle = () => (list.hidden ? open(false) : close());
  const button = el(
    'button',
    {
      type: 'button',
      class: 'quiet mention-button',
      title: words().mention,
      'aria-label': words().mention,
      click: toggle,
    },
    '@',
  );
  return el('div', { class: 'mentions' }, list, button);
}

function mentionable(): string[] {
  const state = current();
  const chat = state && chatAt(state, state.place, state.me);
  if (state === undefined || chat === undefined) return [];
  const names = chat.members.flatMap((id) => personOf(state, id)?.name ?? []);
  // The platform knows everyone by this name in any language.
  return [...(chat.botIn ? [state.snapshot.bot.name] : []), ...names, '所有人'];
}

function moveIn(list: HTMLElement, event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Escape') close();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons.at((at + step) % buttons.length)?.focus();
}
