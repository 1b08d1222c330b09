import type { Traffic } from '../../../world/traffic.ts';
import type { FaultSwitch } from '../../view.ts';
import { el } from '../el.ts';
import { timeText } from '../format-time.ts';
import { keepDrawn } from '../region.ts';
import { sendAct } from '../send-act.ts';
import { watchState } from '../state.ts';
import { words } from '../words.ts';

/** What goes over the wire, and switches that make it go wrong. */
export function createWirePanel(): HTMLElement {
  const switches = el('fieldset', { class: 'faults' });
  keepDrawn({
    root: switches,
    input: ({ lang, snapshot }) => ({ lang, on: snapshot.faults }),
    draw: ({ on }) => [el('legend', {}, words().faults), ...drawSwitches(on)],
  });
  const hint = el('p', { class: 'hint' });
  keepDrawn({ root: hint, input: ({ lang }) => lang, draw: () => [words().wireHint] });
  return el('section', { class: 'wire' }, switches, hint, createLog());
}

function drawSwitches(on: readonly FaultSwitch[]): HTMLElement[] {
  const faults: readonly FaultSwitch[] = [
    'rate-limit',
    'server-error',
    'hang',
    'accept-then-drop',
    'duplicate',
    'reorder',
  ];
  return faults.map((fault) => {
    const box = el('input', { type: 'checkbox', checked: on.includes(fault), 'data-key': fault });
    box.addEventListener('change', () => void sendAct({ act: 'fault', fault, on: box.checked }));
    return el('label', {}, box, words().fault[fault]);
  });
}

/** The latest on top. An entry is drawn anew only when something has been added to it, and stays open meanwhile. */
function createLog(): HTMLElement {
  const list = el('ol', { class: 'wire-log' });
  const drawn = new Map<string, { readonly note: Traffic; readonly row: HTMLElement }>();
  watchState(({ snapshot, side }) => {
    if (side !== 'wire') return;
    const rows = snapshot.traffic.toReversed().map((note) => {
      const known = drawn.get(note.id);
      if (known?.note === note) return known.row;
      const row = drawNote(note, known?.row.querySelector('details')?.open ?? false);
      drawn.set(note.id, { note, row });
      return row;
    });
    list.replaceChildren(...(rows.length === 0 ? [el('li', {}, words().wireEmpty)] : rows));
  });
  return list;
}

function drawNote(note: Traffic, open: boolean): HTMLElement {
  const { kind, name, outcome, isGood } = summary(note);
  const body = el('div', { class: 'wire-body' });
  const details = el(
    'details',
    { open },
    el(
      'summary',
      {},
      el('span', { class: 'wire-kind' }, kind),
      el('code', {}, name),
      el('span', { class: isGood ? 'good' : 'bad' }, outcome),
      el('time', {}, timeText(note.atMs)),
    ),
    body,
  );
  const fill = () => {
    if (details.open && body.childElementCount === 0) body.append(...drawBodies(note));
  };
  details.addEventListener('toggle', fill);
  fill();
  return el('li', {}, details);
}

interface Summary {
  readonly kind: string;
  readonly name: string;
  readonly outcome: string;
  readonly isGood: boolean;
}

function summary(note: Traffic): Summary {
  if (note.kind === 'call') {
    const { method, path, status, code, ms } = note;
    const result =
      status === undefined ? '—' : `${status}${code === undefined || code === 0 ? '' : ` ${code}`}`;
    return {
      kind: words().call,
      name: `${method} ${path.replace('/open-apis', '')}`,
      outcome: `${result} · ${Math.round(ms)} ms`,
      isGood: status === 200,
    };
  }
  const { eventType, attempts } = note;
  const tries = attempts.map(({ status, error, ms }) => `${status ?? error} · ${Math.round(ms)} ms`);
  const shown = tries.length > 1 ? tries.map((one, index) => `${words().attempt(index + 1)} ${one}`) : tries;
  const kind = eventType === 'card.action.trigger' ? words().click : words().event;
  return { kind, name: eventType, outcome: shown.join('，'), isGood: attempts.at(-1)?.status === 200 };
}

function drawBodies(note: Traffic): HTMLElement[] {
  if (note.kind === 'call')
    return [...section(words().request, unfold(note.request)), ...section(words().answer, note.answer)];
  return [
    ...section(words().request, unfold(note.body)),
    ...(note.answer === undefined ? [] : section(words().answer, parsed(note.answer))),
  ];
}

function section(title: string, value: unknown): HTMLElement[] {
  return [
    el('h3', {}, title),
    el('pre', { tabindex: 0 }, typeof value === 'string' ? value : JSON.stringify(value, null, 2)),
  ];
}

/** JSON inside a text field, as message contents are, is shown as what it is. */
function unfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfold);
  if (typeof value === 'string' && /^[[{]/.test(value)) return parsed(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unfold(inner)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
