import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { dateOf, fromStamp, timeOf } from '../../src/kernel/clock.ts';
import type { SandboxMessage } from '../world/world.ts';
import { LEAD, PEOPLE } from './cast.ts';
import { idOf, moveTo, nameOf, type Stage, settle } from './stage.ts';

export interface PromptOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Where `:files` puts what the bot has uploaded. */
  readonly folder: string;
}

const HELP = `
这是一个没有账号也能用的演示：您在虚构的县局工作群里，机器人是真的。
直接输入文字，就是以当前身份在群里说话；机器人的命令以 / 开头，例如 /帮助、/进度、/汇总 本月。
下面这些以冒号开头的，是对演示本身说的：
  :as 姓名        换一个人说话　　　　　:who          看有哪些人
  :dm 文字        与机器人私聊　　　　　:click 按钮    按机器人最近一张卡片上的按钮
  :recall         撤回自己刚说的话　　　:clock 2026-10-23T10:00　把时间往后拨
  :files          保存机器人发来的文件　:help         再看一遍　　:quit　退出
`;

/** How often the chats are looked at for what the bot has said, in milliseconds. */
const LOOK_MS = 120;

/** Lets a person at a terminal act in the group. Resolves when they leave. */
export async function runPrompt(stage: Stage, options: PromptOptions): Promise<void> {
  const { input, output } = options;
  const say = (text: string) => void output.write(`${text}\n`);
  const lines = createInterface({ input, output });
  const session: Session = { stage, say, folder: options.folder, who: LEAD, last: undefined };
  const shown = showNew(session, new Map());
  say(HELP);
  const timer = setInterval(() => showNew(session, shown), LOOK_MS);
  lines.on('SIGINT', () => lines.close());
  askAgain(session, lines);
  for await (const line of lines) {
    if (line.trim() === ':quit') break;
    await obey(session, line.trim()).catch((error: unknown) =>
      say(error instanceof Error ? error.message : String(error)),
    );
    showNew(session, shown);
    askAgain(session, lines);
  }
  clearInterval(timer);
  lines.close();
}

interface Session {
  readonly stage: Stage;
  readonly say: (text: string) => void;
  readonly folder: string;
  who: string;
  /** The message that `:recall` takes back. */
  last: string | undefined;
}

type Order = (session: Session, words: string) => Promise<void> | void;

const ORDERS: Readonly<Record<string, Order>> = {
  ':help': ({ say }) => say(HELP),
  ':who': ({ say, who }) => say(PEOPLE.map((name) => (name === who ? `【${name}】` : name)).join('　')),
  ':as': switchTo,
  ':dm': (session, words) => talk(session, words, true),
  ':click': click,
  ':recall': recall,
  ':clock': turnClock,
  ':files': saveFiles,
};

async function obey(session: Session, line: string): Promise<void> {
  if (line === '') return;
  const sigil = line.replace(/^：/, ':');
  const [, name = '', words = ''] = /^(:\S+)\s*(.*)$/.exec(sigil) ?? [];
  if (name === '') return talk(session, line, false);
  const order = ORDERS[name];
  if (order === undefined) return session.say(`没有“${name}”。输入 :help 看说明。`);
  await order(session, words);
}

function switchTo(session: Session, name: string): void {
  if (PEOPLE.includes(name)) session.who = name;
  else session.say(`群里没有“${name}”。输入 :who 看有哪些人。`);
}

async function talk(session: Session, text: string, privately: boolean): Promise<void> {
  const { sandbox, group } = session.stage;
  const who = idOf(session.stage, session.who);
  session.last = sandbox.say(who, privately ? sandbox.privateChat(who) : group, text);
  await settle(session.stage);
}

async function click(session: Session, label: string): Promise<void> {
  const { sandbox } = session.stage;
  const who = idOf(session.stage, session.who);
  const card = chatsOf(session.stage, who)
    .flatMap((chat) => sandbox.messages(chat))
    .filter(({ senderId, text }) => senderId === 'bot' && text.includes(`[${label}]`))
    .sort((left, right) => left.createdAt.epochMilliseconds - right.createdAt.epochMilliseconds)
    .at(-1);
  if (card === undefined) return session.say(`没有带“${label}”按钮的卡片。`);
  const { toast, error } = await sandbox.click(who, card.id, label);
  if (toast !== undefined) session.say(`（提示）${toast.content}`);
  if (error !== undefined) session.say(`（出错）${error}`);
  await settle(session.stage);
}

async function recall(session: Session): Promise<void> {
  if (session.last === undefined) return session.say('还没有可撤回的消息。');
  session.stage.sandbox.recall(session.last);
  session.last = undefined;
  await settle(session.stage);
}

async function turnClock({ stage, say }: Session, words: string): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(words)) return say('请写成 :clock 2026-10-23T10:00');
  const to = fromStamp(`${words}:00+08:00`);
  if (to.epochMilliseconds < stage.sandbox.clock.now().epochMilliseconds) return say('时间只能往后拨。');
  await moveTo(stage, to);
  await settle(stage);
}

async function saveFiles({ stage, say, folder }: Session): Promise<void> {
  const { sandbox, group, people } = stage;
  const chats = [group, ...[...people.values()].map((id) => sandbox.privateChat(id))];
  const keys = chats
    .flatMap((chat) => sandbox.messages(chat))
    .flatMap(({ senderId, fileKey }) => (senderId === 'bot' ? (fileKey ?? []) : []));
  if (keys.length === 0) return say('还没有文件。以宣传负责人的身份发送 /汇总 本月 就会有。');
  mkdirSync(folder, { recursive: true });
  for (const key of keys) {
    const file = sandbox.uploadedFile(key);
    if (file === undefined) continue;
    const path = join(folder, file.name.replace(/[/\\]/g, '_'));
    writeFileSync(path, file.bytes);
    say(path);
  }
}

function chatsOf({ sandbox, group }: Stage, who: string): readonly string[] {
  return [group, sandbox.privateChat(who)];
}

/** Prints what the bot has said or redrawn since the last look; private chats of everyone, since one plays them all. */
function showNew({ stage, say }: Session, shown: Map<string, number>): Map<string, number> {
  const { sandbox, group, people } = stage;
  const isFirst = shown.size === 0;
  const chats = [group, ...[...people.values()].map((id) => sandbox.privateChat(id))];
  for (const message of chats.flatMap((chat) => sandbox.messages(chat))) {
    if (message.senderId !== 'bot' || shown.get(message.id) === message.updatedCount) continue;
    shown.set(message.id, message.updatedCount);
    if (!isFirst) say(describe(stage, message));
  }
  return shown;
}

function describe(stage: Stage, message: SandboxMessage): string {
  const owner = [...stage.people.values()].find((id) => stage.sandbox.privateChat(id) === message.chatId);
  const where = owner === undefined ? '群里' : `私聊 ${nameOf(stage, owner)}`;
  const text = message.text.split('\n').map((line) => `  │ ${line}`);
  return [`  ┌ 宣传助手（${where}）`, ...text].join('\n');
}

function askAgain({ stage, who }: Session, lines: Interface): void {
  const now = stage.sandbox.clock.now();
  lines.setPrompt(`${dateOf(now).toString()} ${timeOf(now)} ${who}> `);
  lines.prompt();
}
