import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { type Office, startOffice } from '../support/start-office.ts';
import { readTalk, type Speech } from './read-talk.ts';

const BOT = '机器人';
const PRESSED = /^［(.+)］$/;
const GUIDES = [
  { file: 'docs/guides/correspondent.zh-CN.md', departments: ['规划科', '耕地科', '登记科'] },
  { file: 'docs/guides/lead.zh-CN.md', departments: ['规划科', '耕地科', '登记科', '修复科'] },
] as const;

let office: Office;

function chatOf({ privatelyWith }: Speech): string {
  return privatelyWith === undefined ? office.chat : office.privately(privatelyWith);
}

/** What the bot said there and nothing of the guide has been found in yet. */
function untold(chat: string, told: ReadonlySet<string>) {
  return office.sandbox.messages(chat).filter(({ senderId, id }) => senderId === 'bot' && !told.has(id));
}

async function act(speech: Speech): Promise<void> {
  const [line = ''] = speech.lines;
  const [, button] = PRESSED.exec(line) ?? [];
  const chat = chatOf(speech);
  if (button === undefined) office.sandbox.say(office.person(speech.who), chat, speech.lines.join('\n'));
  else {
    const card = office.sandbox.messages(chat).findLast(({ text }) => text.includes(`[${button}]`));
    await office.sandbox.click(office.person(speech.who), card?.id ?? 'no such card', button);
  }
  await office.settled();
}

describe.each(GUIDES)('the conversations of $file', ({ file, departments }) => {
  afterEach(() => office.stop());

  it('are what people and the bot really say, in this order', async () => {
    office = await startOffice({ departments, settings: { reviewLevels: 1 } });
    const talk = readTalk(file);
    const told = new Set(untold(office.chat, new Set()).map(({ id }) => id));
    const unsaid: string[] = [];
    for (const speech of talk) {
      if (speech.at !== undefined) await office.moveTo(`2026-${speech.at}`);
      if (speech.who !== BOT) await act(speech);
      else {
        const fits = ({ text }: { text: string }) => speech.lines.every((line) => text.includes(line));
        const found = untold(chatOf(speech), told).find(fits);
        if (found === undefined) unsaid.push(speech.lines.join('\n'));
        else told.add(found.id);
      }
    }
    expect(talk.filter(({ who }) => who === BOT).length).toBeGreaterThan(8);
    expect(unsaid).toEqual([]);
  });
});

describe.each(GUIDES)('$file', ({ file }) => {
  const text = readFileSync(file, 'utf8');

  it('names commands that exist', async () => {
    const registry = await loadRegistry();
    const named = [...text.matchAll(/`\/([^\s`]+)/g)].flatMap(([, name]) => name ?? []);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => registry.find(name) === undefined)).toEqual([]);
  });

  it('can be read between two meetings', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(140);
  });
});
