import type { ActResult } from '../../view.ts';
import { el } from '../el.ts';
import { here, sendAct, sendFile } from '../send-act.ts';
import { words } from '../words.ts';

export interface RichFields {
  readonly root: HTMLElement;
  isOpen(): boolean;
  isEmpty(): boolean;
  toggle(): void;
  send(text: string): Promise<ActResult | undefined>;
}

/** Title and pictures of a rich-text message; its paragraphs are the lines of the field below. */
export function createRichFields(): RichFields {
  const title = el('input', { type: 'text', maxlength: 200 });
  const chooser = el('input', { type: 'file', accept: 'image/*', multiple: true });
  const hint = el('small', {});
  const root = el('div', { class: 'rich', hidden: true }, title, chooser, hint);
  const clear = () => {
    title.value = '';
    chooser.value = '';
    root.hidden = true;
  };
  return {
    root,
    isOpen: () => !root.hidden,
    isEmpty: () => title.value === '' && (chooser.files?.length ?? 0) === 0,
    toggle() {
      title.placeholder = words().richTitle;
      title.setAttribute('aria-label', words().richTitle);
      chooser.setAttribute('aria-label', words().addPicture);
      hint.textContent = words().richHint;
      root.hidden = !root.hidden;
    },
    async send(text) {
      const pictures = await Promise.all([...(chooser.files ?? [])].map((file) => sendFile('picture', file)));
      if (pictures.includes(undefined)) return undefined;
      const images = pictures.map((picture) => [{ imageKey: picture?.imageKey ?? '' }]);
      const paragraphs = [...text.split('\n').map(readParagraph), ...images];
      const result = await sendAct({ act: 'post', ...here(), title: title.value, paragraphs });
      if (result !== undefined) clear();
      return result;
    },
  };
}

type Part = string | { href: string; label: string };

/** `[text](https://…)` becomes a link. */
function readParagraph(line: string): Part[] {
  const parts = line.split(/(\[[^\]]+\]\(https?:\/\/[^)\s]+\))/).map((piece): Part => {
    const [, label, href] = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(piece) ?? [];
    return label === undefined || href === undefined ? piece : { label, href };
  });
  return parts.filter((part) => part !== '');
}
