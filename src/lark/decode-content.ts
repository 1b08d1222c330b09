import { z } from 'zod';
import type { Attachment } from '../domain/message/inbound.ts';
import { cleanLine, cleanText } from '../kernel/text/clean-text.ts';
import { resourceKey } from './ids.ts';
import { parseJson } from './parse-json.ts';

export interface DecodedContent {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly unreadable: boolean;
  readonly bundle?: boolean;
}

const textContent = z.object({ text: z.string() });
const imageContent = z.object({ image_key: resourceKey });
const fileContent = z.object({ file_key: resourceKey, file_name: z.string().optional() });

/** One inline piece of a rich text; only what we read of it. */
const postNode = z.object({
  tag: z.string(),
  text: z.string().optional(),
  href: z.string().optional(),
  user_id: z.string().optional(),
  emoji_type: z.string().optional(),
  image_key: resourceKey.optional(),
  file_key: resourceKey.optional(),
});
type PostNode = z.infer<typeof postNode>;

const postContent = z.object({
  title: z.string().default(''),
  content: z.array(z.array(postNode)).default([]),
});

const FILE_KINDS = {
  file: { kind: 'file', unreadable: false },
  audio: { kind: 'audio', unreadable: false },
  media: { kind: 'video', unreadable: false },
  // The platform offers neither of these two for download.
  sticker: { kind: 'sticker', unreadable: true },
  folder: { kind: 'folder', unreadable: true },
} as const;

/**
 * Reads the `content` of a message by its type. Mention placeholders stay in the text. Types that we cannot read give
 * `unreadable`; content that does not fit its own type gives undefined.
 */
export function decodeContent(type: string, content: string): DecodedContent | undefined {
  if (type === 'text') return decodeText(parseJson(content));
  if (type === 'post') return decodePost(parseJson(content));
  if (type === 'image') return decodeImage(parseJson(content));
  if (type === 'merge_forward') return { text: '', attachments: [], unreadable: true, bundle: true };
  if (isFileKind(type)) return decodeFile(type, parseJson(content));
  return { text: '', attachments: [], unreadable: true };
}

function isFileKind(type: string): type is keyof typeof FILE_KINDS {
  return Object.hasOwn(FILE_KINDS, type);
}

function decodeText(value: unknown): DecodedContent | undefined {
  const { data } = textContent.safeParse(value);
  return data && { text: cleanText(data.text), attachments: [], unreadable: false };
}

function decodeImage(value: unknown): DecodedContent | undefined {
  const { data } = imageContent.safeParse(value);
  return data && { text: '', attachments: [{ kind: 'image', key: data.image_key }], unreadable: false };
}

function decodeFile(type: keyof typeof FILE_KINDS, value: unknown): DecodedContent | undefined {
  const { data } = fileContent.safeParse(value);
  if (!data) return undefined;
  const { kind, unreadable } = FILE_KINDS[type];
  const name = cleanLine(data.file_name ?? '');
  return { text: '', attachments: [{ kind, key: data.file_key, ...(name && { name }) }], unreadable };
}

function decodePost(value: unknown): DecodedContent | undefined {
  const { data } = postContent.safeParse(value);
  if (!data) return undefined;
  const lines = data.content.map((nodes) => nodes.map(readNode).join(''));
  const text = cleanText(putTitleFirst(data.title, lines).join('\n')).trim();
  return { text, attachments: data.content.flat().flatMap(readAttachment), unreadable: false };
}

/** A command's name standing apart at the start of a line, its bot's mention before it. */
const COMMAND_LINE = /^((?:@_user_\d+\s*)?[/／]\s*[\p{L}_-]+)(?=[\s:：]|$)[:：]?[^\S\n]*(.*)$/su;

/** Who gives a rich text a title writes the command below it: a command begins a message, so the title follows its name. */
function putTitleFirst(title: string, lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  const [, command, more = ''] = COMMAND_LINE.exec(first.trimStart()) ?? [];
  if (title.trim() === '' || COMMAND_LINE.test(title.trimStart()) || command === undefined) {
    return [title, ...lines];
  }
  return [`${command} ${title}`, ...(more === '' ? [] : [more]), ...rest];
}

/** Links take the form that the platform itself gives them in plain text messages. */
function readNode(node: PostNode): string {
  if (node.tag === 'a') return node.href ? `[${node.text ?? ''}](${node.href})` : (node.text ?? '');
  if (node.tag === 'at') return node.user_id ?? '';
  if (node.tag === 'emotion') return node.emoji_type ? `[${node.emoji_type}]` : '';
  return node.text ?? '';
}

function readAttachment(node: PostNode): Attachment[] {
  if (node.tag === 'img' && node.image_key) return [{ kind: 'image', key: node.image_key }];
  if (node.tag === 'media' && node.file_key) return [{ kind: 'video', key: node.file_key }];
  return [];
}
