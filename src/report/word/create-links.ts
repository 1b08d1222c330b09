import { escapeXml } from './escape-xml.ts';

/** The addresses that a document's text leads to. Its XML names them by their relation's id. */
export interface Links {
  /** A relation of its own for this address. */
  add(address: string): string;
  /** What the document's relations have to say of them, as XML. */
  relations(): readonly string[];
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Numbered in the order of the text. */
export function createLinks(): Links {
  const addresses: string[] = [];
  return {
    add(address) {
      addresses.push(address);
      return nameLink(addresses.length);
    },
    relations: () =>
      addresses.map(
        (address, index) =>
          `<Relationship Id="${nameLink(index + 1)}" Type="${TYPE}" Target="${escapeXml(address)}" TargetMode="External"/>`,
      ),
  };
}

function nameLink(number: number): string {
  return `rIdLink${number}`;
}
