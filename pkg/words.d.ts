/** Joins the syllables of Vietnamese words. */
export interface Words {
  /**
   * The text with blanks between words and `_` between the syllables of a word, line by line: `học sinh đọc` gives
   * `học_sinh đọc`. UTF-8 in and out (`TextEncoder`, `TextDecoder`).
   */
  segment(text: Uint8Array): Uint8Array;
  /** Gives the memory back. */
  free(): void;
}

export interface WordsOptions {
  /** The module, where it does not lie beside this file. */
  wasmUrl?: string | URL;
  /** The word list, where it does not lie in `data/`. */
  packUrl?: string | URL;
}

/** Rejects when the word list is damaged or of another version. */
export function openWords(options?: WordsOptions): Promise<Words>;
