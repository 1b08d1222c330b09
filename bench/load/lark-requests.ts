import { randomUUID } from 'node:crypto';
import { encryptBody, envelope, signBody } from '../../sandbox/wire.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { httpRequest } from './http-request.ts';

export interface LarkKeys {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** The bot hears one organisation alone: all requests of a run name the same. */
  readonly tenantKey?: string;
}

/** A text that somebody wrote in a group. */
export interface Written {
  readonly id: string;
  readonly chat: string;
  readonly person: string;
  readonly text: string;
}

const TENANT = 't1';

/** About 300 characters, so that the body on the wire comes to about 1.5 KB. */
const MATTER =
  '召开耕地保护工作推进会，局长出席并讲话，各乡镇自然资源所负责人参加。会议通报了上半年工作进展，部署下一阶段任务。';
export const SUBMISSION = (index: number): string =>
  `/报送 第${index}次工作推进会｜11月16日，我局在县政务中心${MATTER}`;
export const TALK = (index: number): string => `第${index}次工作推进会的材料已经放在办公室，${MATTER}`;

/** Pushes of text messages, each with ids of its own, spread over 200 groups; encrypted and signed now. */
export function larkRequests(count: number, keys: LarkKeys, text: (index: number) => string): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const suffix = String(index % 200).padStart(32, '0');
    const id = `om_${randomUUID().replaceAll('-', '')}`;
    return larkRequest(keys, { id, chat: `oc_${suffix}`, person: `ou_${suffix}`, text: text(index) });
  });
}

/** The push of one message, encrypted and signed now. */
export function larkRequest(keys: LarkKeys, written: Written): Buffer {
  const now = systemClock.now().epochMilliseconds;
  const tenantKey = keys.tenantKey ?? TENANT;
  const plain = envelope({
    eventId: randomUUID(),
    eventType: 'im.message.receive_v1',
    createTime: String(now),
    token: keys.verificationToken,
    appId: keys.appId,
    tenantKey,
    event: messageEvent(written, { tenantKey, createTime: String(now) }),
  });
  const body = encryptBody(keys.encryptKey, JSON.stringify(plain));
  const [timestamp, nonce] = [String(Math.floor(now / 1000)), randomUUID()];
  return httpRequest('/webhook/event', body, {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signBody({ timestamp, nonce, key: keys.encryptKey, body }),
  });
}

function messageEvent(
  { id, chat, person, text }: Written,
  { tenantKey, createTime }: { tenantKey: string; createTime: string },
): object {
  return {
    sender: {
      sender_id: { open_id: person, union_id: person.replace('ou_', 'on_'), user_id: 'u1' },
      sender_type: 'user',
      tenant_key: tenantKey,
    },
    message: {
      message_id: id,
      create_time: createTime,
      update_time: createTime,
      chat_id: chat,
      chat_type: 'group',
      message_type: 'text',
      content: JSON.stringify({ text }),
    },
  };
}
