import { createServer } from 'node:http';
import { adaptExpress, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import express from 'express';
import { openEventTable } from './event-table.ts';
import { RUNG_KEYS, type Rung } from './rung.ts';

/** As the SDK's own guide has it: Express, its JSON parser, the SDK's adapter. Forgets what it got. */
export const sdk: Rung = async () => serve(() => undefined);

/** The obvious build: the same, and each event is stored before the answer. */
export const sdkStored: Rung = async (folder) => {
  const insert = openEventTable(folder);
  return serve((id, event) => insert(id, JSON.stringify(event)));
};

function serve(take: (id: string, event: object) => void) {
  const { encryptKey, verificationToken } = RUNG_KEYS;
  const dispatcher = new EventDispatcher({ encryptKey, verificationToken, loggerLevel: LoggerLevel.error });
  dispatcher.register({ 'im.message.receive_v1': (event) => take(event.message.message_id, event) });
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.use('/webhook/event', adaptExpress(dispatcher, { autoChallenge: true }));
  return createServer(app);
}
