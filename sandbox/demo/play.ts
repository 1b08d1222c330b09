import { instantAt } from '../../src/kernel/clock.ts';
import type { PushRecord } from '../push/courier.ts';
import type { Act, Press, Say } from './act.ts';
import { checkRound } from './check-round.ts';
import { idOf, moveTo, PATIENCE_MS, type Stage, settle } from './stage.ts';

/** A message of the script as it was said. */
export interface Said {
  readonly act: Say;
  readonly chatId: string;
  readonly messageId: string;
  /** What has become of its events; goes on changing. */
  readonly pushes: readonly PushRecord[];
}

/** Called after each act, before the bot has had time to answer. */
export type Disturb = (index: number) => Promise<void>;

/** Plays the acts in order. Throws with the act's words when something expected does not come, or comes unasked. */
export async function play(stage: Stage, acts: readonly Act[], disturb?: Disturb): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const [index, act] of acts.entries()) {
    await moveTo(stage, instantAt(act.on, act.time));
    const line = act.kind === 'say' ? speak(stage, act) : undefined;
    await disturb?.(index);
    if (act.kind === 'press') await press(stage, act);
    await settle(stage);
    if (act.kind === 'tick') checkRound(stage, act);
    if (line === undefined) continue;
    said.push(line);
    await checkAnswer(stage, line);
    await recallLater(stage, line);
  }
  return said;
}

function speak(stage: Stage, act: Say): Said {
  const { sandbox, group } = stage;
  const who = idOf(stage, act.who);
  const chatId = act.privately ? sandbox.privateChat(who) : group;
  const before = sandbox.pushLog.length;
  sandbox.pushFaults.duplicate = act.twice ? 1 : 0;
  const messageId = sandbox.say(who, chatId, act.text);
  sandbox.pushFaults.duplicate = 0;
  return { act, chatId, messageId, pushes: sandbox.pushLog.slice(before) };
}

async function checkAnswer({ sandbox }: Stage, { act, chatId, messageId }: Said): Promise<void> {
  const { answer } = act;
  if (answer === undefined) {
    const reply = sandbox.messages(chatId).find(({ parentId }) => parentId === messageId);
    if (reply !== undefined) throw new Error(`the bot answered plain talk: ${act.text}\n${reply.text}`);
    return;
  }
  const reply = await sandbox.awaitMessage(chatId, ({ parentId }) => parentId === messageId, PATIENCE_MS);
  if (!answer.test(reply.text)) {
    throw new Error(
      `to “${act.text}” an answer like ${String(answer)} was expected, but came:\n${reply.text}`,
    );
  }
}

async function recallLater(stage: Stage, { act, messageId }: Said): Promise<void> {
  if (act.recalledAfter === undefined) return;
  await moveTo(stage, instantAt(act.on, act.time).add({ minutes: act.recalledAfter }));
  stage.sandbox.recall(messageId);
  await settle(stage);
  const chat = stage.sandbox.privateChat(idOf(stage, act.who));
  await stage.sandbox.awaitMessage(chat, ({ text }) => /撤回了消息/.test(text), PATIENCE_MS);
}

/** A click is pushed only once: a person who gets no answer presses again. */
async function press(stage: Stage, { who, button }: Press): Promise<void> {
  const { sandbox, group } = stage;
  const card = sandbox.messages(group).findLast(({ text }) => text.includes(`[${button}]`));
  if (card === undefined) throw new Error(`no card with the button ${button}`);
  const started = performance.now();
  for (;;) {
    const result = await sandbox.click(idOf(stage, who), card.id, button);
    if (result.error === undefined) return;
    if (performance.now() - started > PATIENCE_MS)
      throw new Error(`the button ${button} fails: ${result.error}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
