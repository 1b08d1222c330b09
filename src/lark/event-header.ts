import { z } from 'zod';
import { eventId } from './ids.ts';

/** The part of the envelope's header that every way in brings. */
export const envelopeHeader = z.object({
  event_id: eventId,
  event_type: z.string().max(128),
  app_id: z.string(),
  tenant_key: z.string().max(64).optional(),
});

/** Whose events are taken. */
export interface Owner {
  readonly appId: string;
  /** Whether an event of this tenant is ours; default: any is. */
  readonly admitsTenant?: ((tenantKey: string) => boolean) | undefined;
}

/** Why an event is not ours; undefined when it is. */
export function findStranger(
  { app_id, tenant_key }: z.infer<typeof envelopeHeader>,
  { appId, admitsTenant }: Owner,
): 'app' | 'tenant' | undefined {
  if (app_id !== appId) return 'app';
  return tenant_key !== undefined && admitsTenant?.(tenant_key) === false ? 'tenant' : undefined;
}

/** What the envelope says about an event, once its token and app have been checked. */
export interface EventHeader {
  readonly eventId: string;
  readonly type: string;
  /** The bot's own person id, once it is known. */
  readonly botId?: string | undefined;
}
