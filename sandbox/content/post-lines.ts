/** A rich-text body in stored form: no locale wrapper. */
export interface PostBody {
  readonly title: string;
  readonly content: readonly (readonly object[])[];
}

/** The text a person reads, a paragraph a line. `nameFor` gives the name behind an `at` element's user_id. */
export function showPost(post: PostBody, nameFor: (userId: string) => string | undefined): string {
  const lines = post.content.map((paragraph) => paragraph.map((element) => show(element, nameFor)).join(''));
  return [post.title, ...lines].filter((line) => line !== '').join('\n');
}

function show(element: object, nameFor: (userId: string) => string | undefined): string {
  const { tag, text, user_id: userId } = element as { tag?: string; text?: string; user_id?: string };
  if (tag === 'at' && userId !== undefined) {
    return /^(@_)?all$/.test(userId) ? '@所有人' : `@${nameFor(userId) ?? userId}`;
  }
  if (tag === 'img') return '[图片]';
  if (tag === 'media') return '[视频]';
  if (tag === 'hr') return '———';
  return text ?? '';
}
