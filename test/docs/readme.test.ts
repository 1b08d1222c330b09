import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxMessage } from '../../sandbox/world/world.ts';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const YEAR = 2026;
const BOT = '机器人';

interface Line {
  /** `2026-11-16T09:12`; undefined for a line that follows at once. */
  readonly at: string | undefined;
  readonly who: string;
  readonly text: string;
}

/** The lines of the document's transcript: `11-16 09:12 name：text`. */
function readTranscript(file: string): Line[] {
  const [, block = ''] = /```text\n([^`]*)```/.exec(readFileSync(file, 'utf8')) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [, time, who = '', text = ''] = /^(\d\d-\d\d \d\d:\d\d)?\s*([^：]+)：(.*)$/.exec(line) ?? [];
      return { at: time && `${YEAR}-${time.replace(' ', 'T')}`, who, text };
    });
}

/** Takes the next message of the bot that holds every part of the line (parts stand between slashes). */
function takeAnswer(messages: SandboxMessage[], text: string): SandboxMessage | undefined {
  const parts = text.split(' / ');
  const index = messages.findIndex((message) => parts.every((part) => message.text.includes(part)));
  return index < 0 ? undefined : messages.splice(0, index + 1).at(-1);
}

describe('the chat in the README', () => {
  let office: Office;
  afterEach(() => office.stop());

  it('is what the bot really says, in this order', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    const lines = readTranscript('README.zh-CN.md');
    const before = office.sandbox.messages(office.chat).length;

    for (const { at, who, text } of lines) {
      if (at !== undefined) await office.moveTo(at);
      if (who !== BOT) await office.ask(who, text);
    }
    await office.settled();

    const said = office.sandbox.messages(office.chat).slice(before);
    const answers = said.filter((message) => message.senderId === 'bot');
    const promised = lines.filter(({ who }) => who === BOT).map(({ text }) => text);
    expect(promised.length).toBeGreaterThan(3);
    expect(promised.filter((text) => takeAnswer(answers, text) === undefined)).toEqual([]);
  });
});

it('shows the same chat in both languages', () => {
  expect(readTranscript('README.md')).toEqual(readTranscript('README.zh-CN.md'));
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('shows what it is, a chat and the first commands within 30 lines', () => {
    const opening = text.split('\n').slice(0, 30).join('\n');
    expect(opening).toMatch(/^# .+\n\n\P{C}+\n/u);
    expect(opening).toContain('npm ci && npm run demo\nnpm ci && npm test\n');
  });

  it('calls missing only what is missing', async () => {
    const [, missing = ''] = /## (?:What it does not do yet|还没有的)\n([^#]*)/.exec(text) ?? [];
    const named = [...missing.matchAll(/`\/([^`]+)`/g)].flatMap(([, name]) => name ?? []);
    const registry = await loadRegistry();

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => registry.find(name) !== undefined)).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts }: { scripts: object } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/npm (?:run )?([a-z-]+)/g)].flatMap(([, name]) => name ?? []);
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
  });
});
