import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';

export interface TenantOptions {
  readonly store: Pick<Store, 'repos'>;
  readonly appId: string;
  /** As the operator has set it; else it is learned. */
  readonly configured: string | undefined;
  readonly logger: Logger;
}

/**
 * An app of an organisation's own serves one tenant. The first verified event says which, once for all, unless the
 * operator does; the returned function tells of each later one whether it is of that tenant.
 */
export async function pinTenant(options: TenantOptions): Promise<(tenantKey: string) => boolean> {
  const { configured, appId, logger } = options;
  const { records } = options.store.repos;
  const key = `tenant:${appId}`;
  let pinned = configured ?? (await records.value(key));
  return (tenantKey) => {
    if (pinned === undefined) {
      pinned = tenantKey;
      // Lost in a crash, it is learned anew. Another process on this database may have been quicker.
      records
        .keepFirst(key, tenantKey)
        .then((kept) => {
          pinned = kept;
        })
        .catch((err: unknown) => logger.warn({ err }, 'the tenant was not kept'));
    }
    return pinned === tenantKey;
  };
}
