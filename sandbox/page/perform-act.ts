import type { PostPart } from '../content/user-messages.ts';
import type { Sandbox } from '../sandbox.ts';
import { messageOf } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Act } from './acts.ts';
import type { ActResult } from './view.ts';

/** What people can do on the sandbox, as far as the page needs it. */
export type PeopleActions = Pick<
  Sandbox,
  | 'createPerson'
  | 'privateChat'
  | 'join'
  | 'leave'
  | 'addBot'
  | 'removeBot'
  | 'say'
  | 'sayPost'
  | 'sendImage'
  | 'sendFile'
  | 'forwardTogether'
  | 'edit'
  | 'recall'
  | 'click'
>;

/** An act of a person in the chats; the others concern the sandbox itself. */
export type PersonAct = Exclude<Act, { act: 'seen' | 'clock' | 'fault' }>;

/** Throws, with a sentence for developers, where a client would not let the person do it. */
export async function performAct(world: World, people: PeopleActions, act: PersonAct): Promise<ActResult> {
  switch (act.act) {
    case 'say':
      return { messageId: people.say(act.as, chatFor(people, act), act.text, replyOf(act)) };
    case 'post': {
      const paragraphs = act.paragraphs.map((parts) => parts.map((part) => readPart(world, part)));
      const post = { title: act.title, paragraphs };
      return { messageId: people.sayPost(act.as, chatFor(people, act), post, replyOf(act)) };
    }
    case 'forward':
      return { messageId: people.forwardTogether(act.as, people.privateChat(act.as), act.messages) };
    case 'edit':
      requireOwn(world, act);
      people.edit(act.message, act.text);
      return {};
    case 'recall':
      requireOwn(world, act);
      people.recall(act.message);
      return {};
    case 'click':
      return click(people, act);
    case 'invite':
      people.join(act.chat, people.createPerson(act.name));
      return {};
    case 'leave':
      people.leave(act.chat, act.as);
      return {};
    case 'bot':
      if (act.in) people.addBot(act.chat, act.as);
      else people.removeBot(act.chat, act.as);
      return {};
  }
}

async function click(people: PeopleActions, act: Extract<Act, { act: 'click' }>): Promise<ActResult> {
  const { toast, error, opened } = await people.click(act.as, act.message, act.button, act.form);
  return {
    ...(toast === undefined ? {} : { toast }),
    ...(error === undefined ? {} : { error }),
    ...(opened === undefined ? {} : { opened }),
  };
}

interface Place {
  readonly as: string;
  readonly chat?: string | undefined;
  readonly replyTo?: string | undefined;
}

/** Where the person speaks: the chat named, else the private one with the bot. */
export function chatFor(people: Pick<PeopleActions, 'privateChat'>, { as, chat }: Place): string {
  return chat ?? people.privateChat(as);
}

export function replyOf({ replyTo }: Place): { replyTo?: string } {
  return replyTo === undefined ? {} : { replyTo };
}

function requireOwn(world: World, { as, message }: { as: string; message: string }): void {
  if (messageOf(world, message).senderId !== as) throw new Error(`${message} is somebody else's`);
}

type Part = Extract<Act, { act: 'post' }>['paragraphs'][number][number];

function readPart(world: World, part: Part): PostPart {
  if (typeof part === 'string' || 'href' in part) return part;
  const image = world.files.get(part.imageKey);
  if (image?.kind !== 'image') throw new Error(`no such picture: ${part.imageKey}`);
  return { image: image.bytes };
}
