import { el } from './el.ts';

const SHOWN_MS = 4500;
const box = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

export function mountToasts(): HTMLElement {
  return box;
}

/** A short notice at the top of the page. */
export function showToast(type: string, text: string): void {
  const toast = el('div', { class: `toast toast-${type}` }, text);
  box.append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}
