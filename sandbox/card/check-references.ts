import { isRecord } from '../is-record.ts';
import { refuseCard } from './card-refusal.ts';
import { asRecords, type CardText, markdownTexts } from './card-texts.ts';
import { atIds, personIds } from './mentions-in.ts';
import type { CardNode } from './walk-card.ts';

/** What the card's checks need to know about the world. */
export interface CardSurroundings {
  isPerson(id: string): boolean;
  readonly atAllAllowed: boolean;
  isImage(key: string): boolean;
}

const MARKDOWN_IMAGE = /!\[[^\]]*\]\(([^)\s]*)/g;
const MARKDOWN_LINK = /(?<!!)\[[^\]]*\]\(([^)]*)\)/g;

/** People, pictures and addresses that a card points to exist and are of the allowed kind. */
export function checkReferences(
  card: Record<string, unknown>,
  nodes: readonly CardNode[],
  around: CardSurroundings,
): void {
  for (const text of markdownTexts(card)) {
    checkMentions(text, around);
    checkLinks(text);
    for (const [, key = ''] of text.text.matchAll(MARKDOWN_IMAGE)) checkImage(key, text.path, around);
  }
  for (const node of nodes) {
    for (const id of shownPeople(node)) checkPerson(id, node.path, around);
    for (const key of shownImages(node)) checkImage(key, node.path, around);
  }
}

function checkMentions({ text, path }: CardText, around: CardSurroundings): void {
  for (const id of atIds(text)) {
    if (id !== 'all') checkPerson(id, path, around);
    else if (!around.atAllAllowed) throw refuseCard('json', 'no permission to mention everyone', path);
  }
  for (const id of personIds(text)) checkPerson(id, path, around);
}

function checkPerson(id: string, path: string, around: CardSurroundings): void {
  if (!around.isPerson(id)) throw refuseCard('personId', `person id ${id} is invalid`, path);
}

function checkImage(key: string, path: string, around: CardSurroundings): void {
  if (!around.isImage(key)) throw refuseCard('imageKey', `image_key ${key} is invalid`, path);
}

/** http and https alone, `tel:` for phones; `$name` addresses belong to the old card format. */
function checkLinks({ text, path }: CardText): void {
  for (const [, url = ''] of text.matchAll(MARKDOWN_LINK)) {
    if (!/^(https?:\/\/|tel:)/.test(url)) throw refuseCard('link', `unsupported link ${url}`, path);
  }
  for (const [, url = ''] of text.matchAll(/<(?:a|link)\s[^>]*?(?:href|url)=['"]?([^'"\s>]*)/g)) {
    if (!/^https?:\/\//.test(url)) throw refuseCard('link', `unsupported link ${url}`, path);
  }
}

function shownPeople({ tag, element }: CardNode): string[] {
  switch (tag) {
    case 'person':
      return [String(element.user_id)];
    case 'person_list':
      return element.drop_invalid_user_id === true
        ? []
        : asRecords(element.persons).map(({ id }) => String(id));
    case 'select_person':
    case 'multi_select_person':
      return asRecords(element.options).map(({ value }) => String(value));
    case 'table':
      return tablePeople(element);
    default:
      return [];
  }
}

/** Cells of a `persons` column: an id, or a list of ids. */
function tablePeople(table: Readonly<Record<string, unknown>>): string[] {
  const columns = asRecords(table.columns).filter(({ data_type: type }) => type === 'persons');
  return asRecords(table.rows).flatMap((row) =>
    columns.flatMap(({ name }) => [row[String(name)] ?? []].flat().map(String)),
  );
}

function shownImages({ tag, element }: CardNode): string[] {
  if (tag === 'img') return [String(element.img_key)];
  if (tag === 'img_combination') return asRecords(element.img_list).map(({ img_key: key }) => String(key));
  const icon = element.icon;
  return isRecord(icon) && icon.tag === 'custom_icon' ? [String(icon.img_key)] : [];
}
