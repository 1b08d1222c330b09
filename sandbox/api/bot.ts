import type { Router } from 'express';
import { type ApiContext, gate } from './gateway.ts';

/** Who the bot is; the platform puts it under `bot`, not under `data`. */
export function addBotRoutes(router: Router, context: ApiContext): void {
  const { app } = context.world;
  const bot = {
    activate_status: 2,
    app_name: app.botName,
    avatar_url: '',
    ip_white_list: [],
    open_id: app.botOpenId,
  };
  router.get(
    '/bot/v3/info',
    gate(context, () => ({ kind: 'top', body: { code: 0, msg: 'ok', bot } })),
  );
}
