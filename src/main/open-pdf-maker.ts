import { createPdfMaker, type PdfMaker } from '../report/pdf/create-pdf-maker.ts';
import { findProgram } from './find-program.ts';

/** Makes PDFs with the machine's LibreOffice; undefined where there is none on that PATH, or none is wanted. */
export function openPdfMaker(wanted: 'off' | 'auto', path: string): PdfMaker | undefined {
  const program = wanted === 'off' ? undefined : findProgram('soffice', path);
  return program === undefined ? undefined : createPdfMaker({ program });
}
