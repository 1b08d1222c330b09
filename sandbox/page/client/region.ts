import type { Child } from './el.ts';
import { type State, watchState } from './state.ts';

export interface Region<Input> {
  readonly root: HTMLElement;
  /** What the region shows, as plain data: it is drawn again only when this has changed. */
  readonly input: (state: State) => Input;
  readonly draw: (input: Input, state: State) => readonly Child[];
}

/** Keeps a part of the page as the state has it. Whoever was in it with the keyboard finds their place again. */
export function keepDrawn<Input>({ root, input, draw }: Region<Input>): void {
  let last: string | undefined;
  watchState((state) => {
    const now = input(state);
    const key = JSON.stringify(now);
    if (key === last) return;
    last = key;
    const focused = focusKey(root);
    root.replaceChildren(...draw(now, state).filter((child) => child !== null));
    if (focused !== undefined)
      root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  });
}

function focusKey(root: HTMLElement): string | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && root.contains(active) ? active.dataset.key : undefined;
}
