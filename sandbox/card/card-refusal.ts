import { Refusal } from '../refusal.ts';

/** Error codes the platform puts inside 230099. */
export const CARD_ERRORS = {
  json: 200621,
  personId: 100290,
  imageKey: 200570,
  name: 200530,
  tooMuch: 11310,
  tableRows: 200914,
  tableColumns: 200915,
  link: 200861,
} as const;

/** A refused card: the code that matters stands inside the text of 230099. */
export function refuseCard(kind: keyof typeof CARD_ERRORS, message: string, path = 'ROOT'): Refusal {
  return new Refusal(
    230099,
    `Failed to create card content, ext=ErrCode: ${CARD_ERRORS[kind]}; ErrMsg: ${message}; ErrPath: ${path}; `,
  );
}
