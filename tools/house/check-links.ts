import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { listFiles } from './list-files.ts';

const README_LINES = 150;

/** What is wrong with the Markdown documents below a folder: links that lead nowhere, and a README that is too long. */
export function checkDocuments(root: string): string[] {
  const documents = listFiles(root).filter((path) => path.endsWith('.md'));
  return documents.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...checkLinks(root, path, text), ...(path === 'README.md' ? checkLength(path, text) : [])];
  });
}

function checkLength(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > README_LINES
    ? [`${path}: ${lines} lines; ${README_LINES} at most, move a part to docs/`]
    : [];
}

function checkLinks(root: string, path: string, text: string): string[] {
  return listLinks(text).flatMap((link) => {
    if (/^[a-z][a-z\d+.-]*:/i.test(link)) return [];
    const [file = '', heading] = decodeURI(link).split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), file);
    if (!existsSync(join(root, target)))
      return [`${path}: the link ${link} leads nowhere (${target} does not exist)`];
    if (heading === undefined || !target.endsWith('.md')) return [];
    const known = listHeadings(readFileSync(join(root, target), 'utf8'));
    return known.includes(heading) ? [] : [`${path}: the link ${link} names no heading of ${target}`];
  });
}

/** Destinations of all links and pictures, code left out. */
function listLinks(text: string): string[] {
  const tokens = new MarkdownIt().parse(text, {}).flatMap(({ children }) => children ?? []);
  return tokens.flatMap((token) => {
    const link = token.attrGet('href') ?? token.attrGet('src');
    return link === null ? [] : [String(link)];
  });
}

/** Anchors of the headings, as code hosts make them: lower case, spaces to hyphens, punctuation dropped. */
function listHeadings(text: string): string[] {
  const tokens = new MarkdownIt().parse(text, {});
  const titles = tokens.flatMap((token, index) =>
    token.type === 'heading_open' ? [(tokens[index + 1]?.content ?? '').replaceAll('`', '')] : [],
  );
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
