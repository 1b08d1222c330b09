import { el } from '../el.ts';
import { keepDrawn } from '../region.ts';
import { here, sendAct, sendFile } from '../send-act.ts';
import { change, chatAt, current, nameOf, PRIVATE, type State, watchState } from '../state.ts';
import { words } from '../words.ts';
import { createMentions } from './mentions.ts';
import { createRichFields } from './rich-fields.ts';

const area = el('textarea', { rows: 2 });

/** Puts words into the field, ready to be sent or changed. */
export function fillComposer(text: string): void {
  area.value = text;
  keepDraft();
  area.focus();
}

/** Where one writes: text with mentions, rich text, pictures, files. What is not sent yet survives a reload. */
export function createComposer(): HTMLElement {
  const rich = createRichFields();
  const submit = async () => {
    if (area.value.trim() === '' && rich.isEmpty()) return;
    const result = rich.isOpen()
      ? await rich.send(area.value)
      : await sendAct({ act: 'say', ...here(), text: area.value });
    if (result === undefined) return;
    fillComposer('');
    change({ replyTo: null });
  };
  area.addEventListener('input', keepDraft);
  area.addEventListener('keydown', (event) => {
    // While an input method is composing, Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  const send = el('button', { type: 'submit', class: 'primary' });
  const form = el(
    'form',
    { class: 'composer' },
    createBanner(),
    rich.root,
    area,
    createMentions(area),
    createTools(rich.toggle),
    send,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  followState(form, send);
  return form;
}

function followState(form: HTMLElement, send: HTMLButtonElement): void {
  let shownFor = '';
  watchState((state) => {
    const { me, place, lang, snapshot } = state;
    const chat = chatAt(state, place, me);
    const mayWrite = place === PRIVATE || chat?.members.includes(me) === true;
    area.placeholder = mayWrite ? words().typeHere(nameOf(state, me)) : words().notMember(nameOf(state, me));
    area.setAttribute('aria-label', words().message);
    area.disabled = !mayWrite;
    send.textContent = words().send;
    send.disabled = !mayWrite || snapshot.busy !== null;
    form.classList.toggle('is-busy', snapshot.busy !== null);
    if (`${me} ${place} ${lang}` === shownFor) return;
    shownFor = `${me} ${place} ${lang}`;
    area.value = sessionStorage.getItem(draftKey(state)) ?? '';
  });
}

function draftKey({ me, place }: Pick<State, 'me' | 'place'>): string {
  return `draft ${me} ${place}`;
}

function keepDraft(): void {
  const state = current();
  if (state !== undefined) sessionStorage.setItem(draftKey(state), area.value);
}

/** What is answered, or how many messages are picked for forwarding. */
function createBanner(): HTMLElement {
  const root = el('div', { class: 'composer-banner' });
  keepDrawn({
    root,
    input: ({ lang, replyTo, picked }) => ({ lang, replyTo, picked }),
    draw: ({ replyTo, picked }, state) => {
      const parent = replyTo === null ? undefined : state.messages.get(replyTo);
      const answered =
        parent === undefined
          ? null
          : line(`${words().replyTo(nameOf(state, parent.senderId))}：${parent.text}`, () =>
              change({ replyTo: null }),
            );
      return [answered, picked === null || picked.length === 0 ? null : drawForwarding(picked, state.me)];
    },
  });
  return root;
}

function drawForwarding(picked: readonly string[], me: string): HTMLElement {
  const forward = async () => {
    const result = await sendAct({ act: 'forward', as: me, messages: [...picked] });
    if (result !== undefined) change({ picked: null, place: PRIVATE });
  };
  const go = el(
    'button',
    { type: 'button', class: 'primary', click: () => void forward() },
    words().forwardTo(picked.length),
  );
  return el(
    'div',
    { class: 'banner-line' },
    go,
    cancelButton(() => change({ picked: null })),
  );
}

function line(text: string, cancel: () => void): HTMLElement {
  return el('div', { class: 'banner-line' }, el('span', {}, text), cancelButton(cancel));
}

function cancelButton(click: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'quiet', click }, words().cancel);
}

function createTools(toggleRich: () => void): HTMLElement {
  const root = el('div', { class: 'composer-tools' });
  keepDrawn({
    root,
    input: ({ lang }) => lang,
    draw: () => [
      chooser(words().picture, 'image/*', 'image'),
      chooser(words().file, '', 'file'),
      el('button', { type: 'button', class: 'quiet', click: toggleRich }, words().rich),
    ],
  });
  return root;
}

function chooser(label: string, accept: string, kind: 'image' | 'file'): HTMLElement {
  const field = el('input', { type: 'file', accept, class: 'hidden-file', 'aria-label': label });
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    field.value = '';
    if (file !== undefined) void sendFile(kind, file).then(() => change({ replyTo: null }));
  });
  return el('label', { class: 'quiet tool' }, label, field);
}
