/** One document of `docs/reference`: path from the project's root, and its whole text. */
export interface GeneratedPage {
  readonly path: string;
  readonly text: string;
}

/** A page with the note that it is not written by hand; `source` is what to change instead. */
export function generatedPage(name: string, source: string, parts: readonly string[]): GeneratedPage {
  const note = `<!-- Generated from ${source}: do not edit. \`npm run docs\` writes it anew. -->`;
  return { path: `docs/reference/${name}`, text: `${[note, ...parts].join('\n\n')}\n` };
}

/** A Markdown table. Cells are Markdown; a pipe or a line break in one cannot break the row. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

function tableCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}

export function codeBlock(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}
