import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const SENDING = /\/im\/v1\/messages(\/\w+\/reply)?$/;

function botTexts(chat: string): readonly string[] {
  return office.sandbox
    .messages(chat)
    .filter(({ senderId }) => senderId === 'bot')
    .map(({ text }) => text);
}

const reminders = () => botTexts(office.chat).filter((text) => /个部门未报/.test(text));
const told = (name: string) => botTexts(office.privately(name));

describe('a reminder that the platform does not take', () => {
  it('goes out in the afternoon of its day when the platform is back', async () => {
    office = await startOffice();
    office.sandbox.faults.add({ path: SENDING, kind: 'server-error' });
    await office.moveTo('2026-11-20T10:01');
    expect(reminders()).toHaveLength(0);

    office.sandbox.faults.clear();
    await office.moveTo('2026-11-20T14:00');

    expect(reminders()).toHaveLength(1);
  });

  it('goes out neither at night nor on the next day; the lead is told once, at a working hour', async () => {
    office = await startOffice();
    office.sandbox.faults.add({ path: SENDING, kind: 'server-error' });
    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T15:31');

    await office.moveTo('2026-11-20T19:00');
    office.sandbox.faults.clear();
    await office.moveTo('2026-11-20T22:00');
    await office.moveTo('2026-11-21T10:00');
    expect(reminders()).toHaveLength(0);
    expect(told('规划科通讯员')).toHaveLength(0);
    expect(told('李负责')).toHaveLength(0);

    await office.moveTo('2026-11-23T08:31');
    await office.moveTo('2026-11-24T08:31');
    const notes = told('李负责').filter((text) => text.includes('没能在当天工作时间内送出'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('本周还有 2 个部门未报');
    expect(reminders()).toHaveLength(0);
  });

  it('is counted among the metrics as dropped, and not as dead', async () => {
    office = await startOffice();
    office.sandbox.faults.add({ path: SENDING, kind: 'server-error' });
    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T17:30');

    const page = await (await fetch(`${office.url}/metrics`)).text();

    expect(page).toContain('publicity_outbox_dropped{lane="messages"} 1');
    expect(page).toContain('publicity_outbox_dead{lane="messages"} 0');
  });
});

describe('a notice to the lead', () => {
  it('that the platform did not take waits for the next working day', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-21T12:00');
    office.sandbox.faults.add({ path: SENDING, kind: 'server-error' });
    await office.moveTo('2026-11-23T08:31');
    await office.moveTo('2026-11-23T18:00');
    office.sandbox.faults.clear();

    await office.moveTo('2026-11-23T22:00');
    expect(told('李负责')).toHaveLength(0);
    await office.moveTo('2026-11-24T08:31');
    expect(told('李负责').filter((text) => text.includes('停机'))).toHaveLength(1);
  });
});
