import type { Clock, Instant } from '../../src/kernel/clock.ts';
import type { Sandbox } from '../sandbox.ts';
import { ADMIN, GROUP_NAME, PEOPLE, titleOf } from './cast.ts';

/** The bot as the demo sees it: a program behind an address that may be down for a while. */
export interface BotOnStage {
  /** Moves the bot's test clock to what this one shows; returns when what became due is stored. */
  follow(clock: Clock): Promise<void>;
  /**
   * Returns when everything received is worked off and everything due is sent. What is planned for later is waited for
   * for `laterMs` (default: as long as a retry takes).
   */
  settled(laterMs?: number): Promise<void>;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly bot: BotOnStage;
  readonly group: string;
  /** Ids by name. */
  readonly people: ReadonlyMap<string, string>;
}

/** How long an answer may take, in milliseconds: a bot that has just been killed has to start first. */
export const PATIENCE_MS = 15_000;

/** The group with everyone in it, as yet without the bot. */
export function gatherPeople(sandbox: Sandbox): Pick<Stage, 'group' | 'people'> {
  const group = sandbox.createGroup(GROUP_NAME);
  const people = new Map(PEOPLE.map((name) => [name, sandbox.createPerson(name, { title: titleOf(name) })]));
  for (const id of people.values()) sandbox.join(group, id);
  return { group, people };
}

/** The group, to which the admin adds the bot; it introduces itself. */
export async function setStage(sandbox: Sandbox, bot: BotOnStage): Promise<Stage> {
  const stage = { sandbox, bot, ...gatherPeople(sandbox) };
  const { group } = stage;
  sandbox.addBot(group, idOf(stage, ADMIN));
  await sandbox.awaitMessage(group, ({ senderId }) => senderId === 'bot', PATIENCE_MS);
  await settle(stage);
  return stage;
}

/** The id of someone in the cast. Throws for others: a slip of the script's author. */
export function idOf({ people }: Pick<Stage, 'people'>, name: string): string {
  const id = people.get(name);
  if (id === undefined) throw new Error(`not in the cast: ${name}`);
  return id;
}

export function nameOf({ people }: Pick<Stage, 'people'>, id: string): string {
  return [...people].find(([, known]) => known === id)?.[0] ?? id;
}

/** Moves both clocks to a moment, or as far as the sandbox's has run on beyond it. */
export async function moveTo({ sandbox, bot }: Stage, to: Instant): Promise<void> {
  if (to.epochMilliseconds > sandbox.clock.now().epochMilliseconds) sandbox.clock.moveTo(to);
  await bot.follow(sandbox.clock);
}

/** Until every event has arrived and the bot has nothing left to do. */
export async function settle({ sandbox, bot }: Stage, laterMs?: number): Promise<void> {
  await sandbox.pushesSettled();
  await bot.settled(laterMs);
}
