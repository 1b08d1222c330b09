// Takes the pictures of docs/pictures/templates from the real thing: plays the demo's month (npm run build first), has
// the lead ask for it with every template, and at last for the final version. Needs LibreOffice (soffice), poppler
// (pdftoppm) and ImageMagick (montage, convert).
//
//   node tools/take-template-pictures.mjs [FOLDER_WITH_FONTS]
//
// The reports name 仿宋_GB2312, 黑体, 楷体_GB2312 and 方正小标宋简体, which no free system has. Pictures come out as in an
// office with the Fandol fonts (of TeX Live) in that folder; without them Noto CJK stands in.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { LEAD } = await built('sandbox/demo/cast');
const { play } = await built('sandbox/demo/play');
const { idOf, settle } = await built('sandbox/demo/stage');
const { openDemo } = await built('src/main/demo/open-demo');
const { listTemplates } = await built('src/main/list-templates');

const FOLDER = 'docs/pictures/templates';
const MONTH = '2026-10';
/** Pages side by side in one picture, and dots per inch. */
const [PAGES, DPI] = [3, 60];

/** How the papers are asked for that are no month report. */
const ORDERS = { circular: '/通报 10月', 'secrecy-review': '/导出 保密审查 10月' };

const FONTS = {
  方正小标宋简体: ['FandolSong', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['FandolFang R', 'FandolFang', 'Noto Serif CJK SC'],
  楷体_GB2312: ['FandolKai', 'Noto Serif CJK SC'],
  黑体: ['FandolHei', 'Noto Sans CJK SC'],
  宋体: ['FandolSong', 'Noto Serif CJK SC'],
};

const scratch = mkdtempSync(join(tmpdir(), 'template-pictures-'));
const fonts = join(scratch, 'fonts.conf');
writeFileSync(fonts, describeFonts(process.argv[2]));
mkdirSync(FOLDER, { recursive: true });
const demo = await openDemo({ month: MONTH, port: 0, hurry: true });
const { sandbox, group } = demo.stage;

try {
  await play(demo.stage, demo.script.acts);
  for (const { id, name, form } of await listTemplates([])) {
    const order = ORDERS[form] ?? `/汇总 10月 ${name}`;
    picture(id, await fileAfter(() => say(order)));
  }
  picture(
    'final',
    await fileAfter(async () => {
      await say('/汇总 10月 工作报告');
      const question = await say('/定稿 10月');
      if (question.text.includes('[仍要定稿]'))
        await sandbox.click(idOf(demo.stage, LEAD), question.id, '仍要定稿');
    }),
  );
} finally {
  await demo.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();

/** A module of the built program. */
function built(path) {
  return import(new URL(`../dist/${path}.js`, import.meta.url).href);
}

async function say(text) {
  const id = sandbox.say(idOf(demo.stage, LEAD), group, text);
  const answer = await sandbox.awaitMessage(group, ({ parentId }) => parentId === id);
  await settle(demo.stage);
  return answer;
}

/** The last file in the group once that is done, which must be another than before. */
async function fileAfter(act) {
  const last = () => sandbox.messages(group).findLast(({ type }) => type === 'file')?.fileKey;
  const before = last();
  await act();
  await settle(demo.stage);
  const key = last();
  const file = key === before ? undefined : sandbox.uploadedFile(key);
  if (file === undefined) throw new Error('no file came');
  return file.bytes;
}

function picture(name, bytes) {
  const docx = join(scratch, `${name}.docx`);
  writeFileSync(docx, bytes);
  const env = { ...process.env, FONTCONFIG_FILE: fonts };
  const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', scratch, docx], {
    env,
    stdio: 'ignore',
  });
  const pages = join(scratch, `${name}-page`);
  execFileSync('pdftoppm', [
    '-r',
    String(DPI),
    '-png',
    '-l',
    String(PAGES),
    join(scratch, `${name}.pdf`),
    pages,
  ]);
  const files = readdirSync(scratch)
    .filter((file) => file.startsWith(`${name}-page`))
    .sort()
    .map((file) => join(scratch, file));
  const out = join(FOLDER, `${name}.png`);
  const row = join(scratch, `${name}-row.png`);
  execFileSync('montage', [...files, '-tile', 'x1', '-geometry', '+6+6', '-background', '#b8b8b8', row]);
  // Six greys are enough for text, and keep the repository small.
  const few = ['-strip', '-colorspace', 'Gray', '+dither', '-colors', '6'];
  execFileSync('convert', [row, ...few, '-define', 'png:compression-level=9', out]);
  process.stdout.write(`${out}: ${files.length} pages, ${Math.round(statSync(out).size / 1024)} KB\n`);
}

function describeFonts(folder) {
  const aliases = Object.entries(FONTS).map(([name, families]) => {
    const preferred = families.map((family) => `<family>${family}</family>`).join('');
    return `<alias binding="same"><family>${name}</family><prefer>${preferred}</prefer></alias>`;
  });
  const dir = folder === undefined ? '' : `<dir>${resolve(folder)}</dir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>${dir}${aliases.join('\n')}</fontconfig>`;
}
