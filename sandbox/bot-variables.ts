import type { Sandbox } from './sandbox.ts';

/** The variables by which a bot is this sandbox's: its app's keys, and the sandbox's address for the platform's. */
export function botVariables({ app, url }: Pick<Sandbox, 'app' | 'url'>): Readonly<Record<string, string>> {
  return {
    LARK_APP_ID: app.appId,
    LARK_APP_SECRET: app.appSecret,
    LARK_ENCRYPT_KEY: app.encryptKey,
    LARK_VERIFICATION_TOKEN: app.verificationToken,
    LARK_DOMAIN: url,
  };
}
