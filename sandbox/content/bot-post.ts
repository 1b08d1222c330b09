import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { MessageDraft } from '../world/messages.ts';
import { nameOf } from '../world/people.ts';
import type { StoredMention, World } from '../world/world.ts';
import { readBotText } from './bot-text.ts';
import { showPost } from './post-lines.ts';

const Style = z.array(z.enum(['bold', 'underline', 'lineThrough', 'italic'])).optional();
const Element = z.discriminatedUnion('tag', [
  z.object({ tag: z.literal('text'), text: z.string(), un_escape: z.boolean().optional(), style: Style }),
  z.object({ tag: z.literal('a'), text: z.string(), href: z.url({ protocol: /^https?$/ }), style: Style }),
  z.object({ tag: z.literal('at'), user_id: z.string(), style: Style }),
  z.object({ tag: z.literal('img'), image_key: z.string() }),
  z.object({ tag: z.literal('media'), file_key: z.string(), image_key: z.string().optional() }),
  z.object({ tag: z.literal('emotion'), emoji_type: z.string() }),
  z.object({ tag: z.literal('hr') }),
  z.object({ tag: z.literal('code_block'), language: z.string().optional(), text: z.string() }),
  z.object({ tag: z.literal('md'), text: z.string() }),
]);
type PostElement = z.infer<typeof Element>;

const Body = z.object({ title: z.string().default(''), content: z.array(z.array(Element)) });
const Post = z.partialRecord(z.enum(['zh_cn', 'en_us', 'ja_jp', 'zh_hk', 'zh_tw']), Body);

/** A bot's rich-text message: bodies by locale, of which the Chinese one is what this sandbox's people see. */
export function readBotPost(world: World, content: unknown): MessageDraft {
  const parsed = Post.safeParse(content);
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? 'post');
  const body = parsed.data.zh_cn ?? Object.values(parsed.data)[0];
  if (!body) throw invalid('no locale in post');
  const mentionList: StoredMention[] = [];
  const mentions: string[] = [];
  const spell = (element: PostElement): object => {
    if (element.tag === 'md') {
      const read = readBotText(world, element.text, mentionList.length + 1);
      mentionList.push(...read.mentionList);
      mentions.push(...read.mentions);
      return { tag: 'text', text: read.text };
    }
    return element.tag === 'at' ? spellMention(element.user_id) : element;
  };
  const spellMention = (id: string): object => {
    if (id !== 'all' && !world.people.has(id)) throw invalid('at user_id');
    mentions.push(id);
    if (id === 'all') return { tag: 'at', user_id: '@_all', user_name: '' };
    const key = `@_user_${mentionList.length + 1}`;
    mentionList.push({ key, id, name: nameOf(world, id), isBot: false });
    return { tag: 'at', user_id: key, user_name: nameOf(world, id) };
  };
  const stored = {
    title: body.title,
    content: body.content.map((line) => checkedParagraph(line).map(spell)),
  };
  const text = showPost(stored, (key) => mentionList.find((mention) => mention.key === key)?.name);
  return { type: 'post', content: stored, text, mentions, mentionList };
}

/** A picture or video has to stand alone in its paragraph. */
function checkedParagraph(line: PostElement[]): PostElement[] {
  const media = line.some(({ tag }) => tag === 'img' || tag === 'media');
  if (media && line.length > 1) throw invalid('img and media must be alone in their paragraph');
  return line;
}

function invalid(what: string): Refusal {
  return new Refusal(230001, `Your request contains an invalid request parameter, ext=${what}`);
}
