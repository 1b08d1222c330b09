import type { z } from 'zod';
import { RemoteError } from '../kernel/errors.ts';

/** What a call gave, in the shape we count on. Uncertain when it is another: the platform did act, we can't tell how. */
export function readAnswer<T extends z.ZodType>(schema: T, answer: unknown): z.infer<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new RemoteError('transient', 'shape', { message: `unexpected answer at "${path}"`, uncertain: true });
}
