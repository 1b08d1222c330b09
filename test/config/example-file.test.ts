import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '../../config/environment.ts';
import { variableNames } from '../../config/variables.ts';

const example = readFileSync('.env.example', 'utf8');

describe('.env.example', () => {
  it('names every variable the program knows, and no other', () => {
    const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)(?==| \()/gm)].map(([, name]) => name);

    expect(named.sort()).toEqual([...variableNames].sort());
  });

  it('works once its blanks are filled in', () => {
    const filled = {
      ...parseEnv(example),
      LARK_APP_ID: 'cli_0123456789abcdef',
      LARK_APP_SECRET: 's',
      LARK_ENCRYPT_KEY: 'k',
      LARK_VERIFICATION_TOKEN: 't',
    };

    expect(parseEnvironment(filled)).toMatchObject({ port: 3000, databaseUrl: './data/bot.db' });
  });
});
