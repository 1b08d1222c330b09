import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Audit, auditMonth, findFaults } from '../../../sandbox/demo/audit.ts';
import { type Disturb, play } from '../../../sandbox/demo/play.ts';
import type { Stage } from '../../../sandbox/demo/stage.ts';
import type { Demo } from './open-demo.ts';
import { planKills } from './plan-kills.ts';

export interface HeadlessOptions {
  /** Where report.docx and transcript.md go; made when missing. */
  readonly out: string;
  readonly kills: number;
  readonly seed: string;
}

export interface HeadlessResult {
  readonly audit: Audit;
  /** Kills that hit a running process. */
  readonly kills: number;
  readonly files: readonly string[];
}

/**
 * Plays the whole month and writes what came of it. Throws with every fault found; the bot's log is then kept in `out`
 * as bot.log.
 */
export async function playHeadless(demo: Demo, options: HeadlessOptions): Promise<HeadlessResult> {
  const { stage, script, bot } = demo;
  mkdirSync(options.out, { recursive: true });
  const killer = createKiller(demo, options);
  try {
    const said = await Promise.race([play(stage, script.acts, killer.disturb), bot.hopeless]);
    const audit = auditMonth(stage, script.acts, said);
    const faults = findFaults(audit);
    if (faults.length > 0) throw new Error(`the month was played, but: ${faults.join('; ')}`);
    return { audit, kills: killer.count(), files: [writeReport(stage, options.out)] };
  } catch (error) {
    copyFileSync(demo.logFile, join(options.out, 'bot.log'));
    throw error;
  } finally {
    writeFileSync(join(options.out, 'transcript.md'), transcribe(stage));
  }
}

function createKiller({ bot, script, stage }: Demo, options: HeadlessOptions) {
  const plan = planKills(script.acts, { count: options.kills, seed: options.seed });
  let count = 0;
  const disturb: Disturb = async (index) => {
    for (const [nth, { afterMs }] of (plan.get(index) ?? []).entries()) {
      if (nth > 0) await stage.bot.follow(stage.sandbox.clock);
      await sleep(afterMs);
      if (!bot.isAlive()) continue;
      await bot.kill();
      count += 1;
    }
  };
  return { disturb, count: () => count };
}

/** The report as it stands last in the group. */
function writeReport({ sandbox, group }: Stage, folder: string): string {
  const message = sandbox
    .messages(group)
    .findLast(({ senderId, type }) => senderId === 'bot' && type === 'file');
  const file = message?.fileKey === undefined ? undefined : sandbox.uploadedFile(message.fileKey);
  if (file === undefined) throw new Error('no report file arrived in the group');
  const path = join(folder, 'report.docx');
  writeFileSync(path, file.bytes);
  return path;
}

/** The group first, then every private chat in which something was said. */
function transcribe({ sandbox, group, people }: Stage): string {
  const chats = [...people.values()].map((id) => sandbox.privateChat(id));
  return sandbox.transcript([group, ...chats.filter((chat) => sandbox.messages(chat).length > 0)]);
}
