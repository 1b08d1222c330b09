import type { Sandbox } from '../sandbox/sandbox.ts';
import { PLATFORM_LIMITS } from '../src/bot/pacer.ts';

/** Every so many groups has a talk going on beside the round, more of it than a chat takes in a second. */
const TALKATIVE = 40;
const TALK = 8;

/** The lines that follow the card in the n-th chat, in order. */
export function linesOf(nth: number): readonly string[] {
  return nth % TALKATIVE === 0 ? Array.from({ length: TALK }, (_, index) => `line ${index + 1}`) : [];
}

/** What has come into these chats, and what the platform said on the way; `injected` calls it refused on purpose. */
export function countMessages(sandbox: Sandbox, chats: readonly string[], injected: number) {
  const perChat = chats.map((chat, nth) => {
    const texts = sandbox
      .messages(chat)
      .filter(({ senderId }) => senderId === 'bot')
      .map(({ text }) => text);
    const lines = texts.flatMap((text) => /^line \d$/.exec(text)?.[0] ?? []);
    const wanted = linesOf(nth);
    const cards = texts.length - lines.length;
    const distinct = new Set(lines).size;
    return {
      planned: 1 + wanted.length,
      missing: Math.max(0, 1 - cards) + wanted.length - distinct,
      double: Math.max(0, cards - 1) + lines.length - distinct,
      disordered: lines.join() === wanted.join() ? 0 : 1,
    };
  });
  const sum = (figure: keyof (typeof perChat)[number]) =>
    perChat.reduce((total, one) => total + one[figure], 0);
  const messages = sum('planned');
  const refused =
    sandbox.calls.filter(({ status, code }) => status === 429 || code === CHAT_RATE).length - injected;
  return {
    messages,
    allowedSeconds: allowedSeconds(messages + injected),
    refused,
    missing: sum('missing'),
    double: sum('double'),
    disordered: sum('disordered'),
  };
}

/** The platform's answer to a chat that gets more than five messages a second. */
const CHAT_RATE = 230020;

/** The last of so many calls may not be made earlier: 50 a second, and the next 1,000 only when a minute is over. */
function allowedSeconds(calls: number): number {
  const { perSecond, perMinute } = PLATFORM_LIMITS;
  const minutes = Math.floor((calls - 1) / perMinute);
  const rest = calls - 1 - minutes * perMinute;
  return minutes * 60 + Math.floor(rest / perSecond);
}
