import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFacts, makeItem } from '../domain/report/make-facts.ts';
import { buildProgram } from '../support/build-program.ts';
import { pictures } from '../support/pictures.ts';

describe('the rendering thread', () => {
  it('gets its pictures from the program, and prints a report without those that are gone', async () => {
    const program = buildProgram();
    onTestFinished(() => program.remove());
    const { createThreadRenderer } = await import(
      join(program.folder, 'dist/src/main/create-thread-renderer.js')
    );
    const blob = createHash('sha256').update(pictures.png).digest('hex');
    const show = (hash: string) => [{ blob: hash, bytes: pictures.png.length, mediaType: 'image/png' }];
    const items = [
      makeItem({ pictures: show(blob) }),
      makeItem({ id: 'i2', serial: 2, number: '202610-办公室-02', pictures: show('a'.repeat(64)) }),
    ];
    const load = async (hash: string) => (hash === blob ? pictures.png : Promise.reject(new Error('gone')));
    const file = await createThreadRenderer([], load).render('work-report', makeFacts({ items }));
    expect(Object.keys(unzipSync(file)).filter((name) => name.includes('media/'))).toHaveLength(1);
  }, 60_000);
});
