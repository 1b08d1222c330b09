import type { ClockPreset } from '../../view.ts';
import { el } from '../el.ts';
import { dayText, fieldText, timeText } from '../format-time.ts';
import { keepDrawn } from '../region.ts';
import { sendAct } from '../send-act.ts';
import { change, current, nowMs, watchState } from '../state.ts';
import { setLang, words } from '../words.ts';

const TICK_MS = 1000;

/** Who one plays, the clock, and what else the page can show. */
export function createTopBar(): HTMLElement {
  const root = el('header', { class: 'top-bar' });
  root.append(createPersona(), createClock(), createSwitches());
  return root;
}

function createPersona(): HTMLElement {
  const root = el('label', { class: 'persona' });
  keepDrawn({
    root,
    input: ({ lang, me, snapshot }) => ({ lang, me, people: snapshot.people }),
    draw: ({ me, people }) => {
      const options = people.map(({ id, name, title }) =>
        el('option', { value: id, selected: id === me }, title === '' ? name : `${name}（${title}）`),
      );
      const select = el('select', { 'data-key': 'persona' }, ...options);
      select.addEventListener('change', () => change({ me: select.value, replyTo: null, picked: null }));
      return [el('span', {}, words().playAs), select];
    },
  });
  return root;
}

function createClock(): HTMLElement {
  const root = el('div', { class: 'clock' });
  const face = el('span', { class: 'clock-face', role: 'timer' });
  const show = () => {
    const state = current();
    if (state !== undefined)
      face.textContent = `${dayText(nowMs(state), state.lang)} ${timeText(nowMs(state))}`;
  };
  setInterval(show, TICK_MS);
  const picker = createPicker();
  keepDrawn({
    root,
    input: ({ lang, snapshot }) => ({ lang, busy: snapshot.busy !== null }),
    draw: ({ busy }) => [
      face,
      presetButton('hour', words().clockHour, busy),
      presetButton('friday', words().clockFriday, busy),
      presetButton('month', words().clockMonth, busy),
      picker.redraw(busy),
    ],
  });
  watchState(show);
  return root;
}

function presetButton(to: ClockPreset, label: string, disabled: boolean): HTMLElement {
  return el(
    'button',
    { type: 'button', 'data-key': to, disabled, click: () => void sendAct({ act: 'clock', to }) },
    label,
  );
}

/** Made once: what somebody is typing into it outlives a redraw of the bar, and so does its being open. */
function createPicker() {
  const field = el('input', { type: 'datetime-local' });
  const summary = el('summary', {});
  const go = () => void sendAct({ act: 'clock', to: `${field.value}:00+08:00` });
  const button = el('button', { type: 'button', class: 'primary', click: go });
  const startFromNow = () => {
    const state = current();
    if (state !== undefined && field.value < fieldText(nowMs(state))) field.value = fieldText(nowMs(state));
  };
  const root = el(
    'details',
    { class: 'clock-picker', toggle: startFromNow },
    summary,
    el('div', {}, field, button),
  );
  return {
    redraw(busy: boolean): HTMLElement {
      field.setAttribute('aria-label', words().clockOther);
      summary.textContent = words().clockOther;
      button.textContent = words().clockGo;
      button.disabled = busy;
      return root;
    },
  };
}

function createSwitches(): HTMLElement {
  const root = el('div', { class: 'switches' });
  keepDrawn({
    root,
    input: ({ lang, side, snapshot }) => ({ lang, side, faults: snapshot.faults.length }),
    draw: ({ lang, side, faults }) => [
      el(
        'button',
        {
          type: 'button',
          'data-key': 'wire',
          'aria-pressed': String(side === 'wire'),
          click: () =>
            change(side === 'wire' ? { side: 'members', pane: 'talk' } : { side: 'wire', pane: 'side' }),
        },
        words().wire,
        faults > 0 ? el('span', { class: 'unread' }, String(faults)) : null,
      ),
      el(
        'button',
        {
          type: 'button',
          'data-key': 'lang',
          click: () => change({ lang: setLang(lang === 'en' ? 'zh-CN' : 'en') }),
        },
        words().otherLang,
      ),
    ],
  });
  return root;
}
