import { cleanLine } from '../kernel/text/clean-text.ts';

/**
 * Characters that mean something in the platform's card markdown, as its document wants them written
 * (https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/rich-text),
 * completed by `&` (else a typed `&#60;` would turn into `<`), `|`, braces, and `.` (ordered lists, bare addresses).
 * `~` has its own number here: the document's `&sim;` shows another sign.
 */
const ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'&><~-!*/\\[]()#:+"\'`$_|{}.'].map((sign) => [sign, `&#${sign.charCodeAt(0)};`]),
);

/** User text as one line that card markdown shows as it was typed: no tag, link, mention, emphasis or list. */
export function escapeMarkdown(text: string): string {
  return cleanLine(text).replace(/[^\p{L}\p{N}\s]/gu, (sign) => ENTITIES[sign] ?? sign);
}
