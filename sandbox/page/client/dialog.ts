import { el } from './el.ts';
import { words } from './words.ts';

/** Asks before something is done. False when the person thinks better of it. */
export function askBefore(title: string, text: string): Promise<boolean> {
  const { promise, resolve } = withAnswer();
  const choose = (answer: boolean) => () => {
    dialog.close();
    resolve(answer);
  };
  const dialog = el(
    'dialog',
    { class: 'ask', 'aria-label': title || words().confirm, cancel: choose(false) },
    title === '' ? null : el('h2', {}, title),
    text === '' ? null : el('p', {}, text),
    el(
      'div',
      { class: 'dialog-buttons' },
      el('button', { type: 'button', click: choose(false) }, words().cancel),
      el('button', { type: 'button', class: 'primary', click: choose(true) }, words().confirm),
    ),
  );
  open(dialog);
  return promise;
}

/** A Word file as a page, in a frame of its own in which nothing can run. */
export function showPreview(key: string, name: string): void {
  const address = `/page/preview/${encodeURIComponent(key)}`;
  const dialog = el(
    'dialog',
    { class: 'preview', 'aria-label': name },
    el(
      'div',
      { class: 'dialog-head' },
      el('h2', {}, name),
      el(
        'a',
        { class: 'button', href: `/page/file/${encodeURIComponent(key)}`, download: name },
        words().download,
      ),
      el('button', { type: 'button', click: () => dialog.close() }, words().close),
    ),
    el('iframe', { src: address, sandbox: '', title: name }),
  );
  open(dialog);
}

function open(dialog: HTMLDialogElement): void {
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function withAnswer(): { promise: Promise<boolean>; resolve: (answer: boolean) => void } {
  let resolve: (answer: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
