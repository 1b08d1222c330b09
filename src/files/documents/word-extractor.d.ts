/** The package brings no types; here are those of what we use. */
declare module 'word-extractor' {
  class WordDocument {
    /** `filterUnicode`: turn “ ” into straight quotes, which is on unless told otherwise. */
    getBody(options?: { filterUnicode?: boolean }): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
  export = WordExtractor;
}
