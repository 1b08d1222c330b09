import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Answer } from '../transport.ts';
import { decodeFrame, encodeFrame, type Frame, METHOD } from './frame.ts';

/** How a line behaves: asked at every ping and every event. */
export interface LineManners {
  /** The client has pinged for the first time: only now is it sure to listen. */
  onGreeting(): void;
  /** JSON that goes out with every pong, if anything does. */
  pongPayload(): string | undefined;
  /** Longest piece of an event, in bytes. */
  pieceBytes(): number;
}

/** One open connection of the bot. */
export interface Line {
  /** Sends one event and waits for its answer: without a limit of its own, rejecting only when the line is cut. */
  send(messageId: string, envelope: object): Promise<Answer>;
  /** Waits no longer for the answer. */
  forget(messageId: string): void;
  /** Stays open but reads and writes nothing any more, as behind a router that has lost its memory. */
  freeze(): void;
  readonly frozen: boolean;
  /** Ends it without a goodbye. */
  cut(): void;
}

const answerShape = z.object({ code: z.number(), data: z.string().optional() });

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export function createLine(socket: WebSocket, service: number, manners: LineManners): Line {
  const waiting = new Map<string, Waiting>();
  let frozen = false;
  let greeted = false;

  const write = (frame: Omit<Frame, 'service'>) => {
    if (!frozen) socket.send(encodeFrame({ ...frame, service }));
  };
  const answerPing = () => {
    write(pong(manners.pongPayload()));
    if (!greeted) manners.onGreeting();
    greeted = true;
  };
  const read = (bytes: Buffer) => {
    if (frozen) return;
    const frame = decodeFrame(bytes);
    if (frame.method === METHOD.data) settle(waiting, frame);
    else if (frame.headers.type === 'ping') answerPing();
  };
  socket.on('message', (bytes: Buffer) => {
    try {
      read(bytes);
    } catch {
      // What is no frame ends the line, as an unknown tongue would.
      socket.terminate();
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('connection lost'));
    waiting.clear();
  });

  return {
    send: (messageId, envelope) =>
      new Promise((resolve, reject) => {
        waiting.set(messageId, { resolve, reject });
        for (const frame of cutUp(messageId, envelope, manners.pieceBytes())) write(frame);
      }),
    forget: (messageId) => void waiting.delete(messageId),
    freeze() {
      frozen = true;
    },
    get frozen() {
      return frozen;
    },
    cut: () => socket.terminate(),
  };
}

function pong(payload: string | undefined): Omit<Frame, 'service'> {
  return {
    method: METHOD.control,
    headers: { type: 'pong' },
    ...(payload === undefined ? {} : { payload: Buffer.from(payload) }),
  };
}

/** An event in numbered pieces: `seq` of `sum`, counted from 0. */
function cutUp(messageId: string, envelope: object, pieceBytes: number): Omit<Frame, 'service'>[] {
  const whole = Buffer.from(JSON.stringify(envelope));
  const sum = Math.ceil(whole.length / pieceBytes);
  return Array.from({ length: sum }, (_, seq) => ({
    method: METHOD.data,
    headers: {
      type: 'event',
      message_id: messageId,
      sum: String(sum),
      seq: String(seq),
      trace_id: messageId,
    },
    payload: whole.subarray(seq * pieceBytes, (seq + 1) * pieceBytes),
  }));
}

/** The answer's `code` counts like an HTTP status; `data` is the body a webhook would have given, in base64. */
function settle(waiting: Map<string, Waiting>, { headers, payload }: Frame): void {
  const id = headers.message_id ?? '';
  const { code, data } = answerShape.parse(JSON.parse(Buffer.from(payload ?? []).toString('utf8')));
  const body = data === undefined ? '{}' : Buffer.from(data, 'base64').toString('utf8');
  waiting.get(id)?.resolve({ status: code, body });
  waiting.delete(id);
}
