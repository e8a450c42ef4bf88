/** Characters of a link that is made or read, at most. */
export const MOST_CHARS: number;
/** Bytes that a link may unfold to, at most. */
export const MOST_BYTES: number;

/** Why a link was not made or read. */
export class LinkError extends Error {
  readonly code: 'tooLarge' | 'damaged';
  /** Characters that the link would have, and may have, where one was too long to be made. */
  readonly chars?: number;
  readonly most?: number;
}

/**
 * The link of a bundle: `base` (the address of a page) with the bundle in its fragment, which browsers never send to a
 * server. With texts inside, whoever has the link has the texts: say so where you offer it.
 */
export function toLink(bundle: Uint8Array, base: string | URL): Promise<string>;
/** The bundle in a link or in its fragment; `null` where there is none. */
export function fromLink(link: string | URL): Promise<Uint8Array | null>;
