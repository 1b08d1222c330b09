import type { ReportStage } from '../report/report-edition.ts';
import type { SecrecyFacts } from '../secrecy/secrecy-facts.ts';
import type { Table, TableFormat } from '../table/table.ts';
import type { Card } from './card.ts';

/** Who gets it: a chat, or one person in private. `replyTo` answers a message there. */
export type Target =
  | { readonly kind: 'chat'; readonly chatId: string; readonly replyTo?: string }
  | { readonly kind: 'person'; readonly personId: string };

/** The largest file that the platform takes, in bytes. */
export const LARGEST_FILE = 30 * 1024 * 1024;

/**
 * What a command asks to be sent. A `report` is rendered and stored; a `sample` (of a template) and a `paper` (of which
 * there are no versions) are rendered, a `sheet` and `tables` written. All are uploaded before they go out. A
 * `report-text` goes out as cards, several for a long report. An `online-document` is made of the report's file once that
 * is out, and goes out as a link.
 */
export type OutgoingMessage =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'report';
      readonly reportId: string;
      readonly stage?: ReportStage;
      readonly form?: 'pdf';
    }
  | { readonly kind: 'report-text'; readonly reportId: string; readonly stage?: ReportStage }
  | { readonly kind: 'online-document'; readonly reportId: string; readonly stage?: ReportStage }
  | { readonly kind: 'sample'; readonly template: string }
  | { readonly kind: 'sheet'; readonly name: string; readonly rows: readonly (readonly string[])[] }
  /** As `csv` the first table alone. */
  | {
      readonly kind: 'tables';
      readonly name: string;
      readonly tables: readonly Table[];
      readonly format: TableFormat;
    }
  | {
      readonly kind: 'paper';
      readonly name: string;
      readonly template: string;
      readonly facts: SecrecyFacts;
    };

/** The one kind of link that we send: to something of the platform's own. */
export interface Link {
  readonly label: string;
  /** An http(s) address. */
  readonly url: string;
}

/** What the platform can take as it is: files have been uploaded by then. */
export type WireMessage =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'notice'; readonly text: string; readonly link?: Link }
  | { readonly kind: 'file'; readonly fileKey: string };
