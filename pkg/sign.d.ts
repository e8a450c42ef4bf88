/** A pair of Ed25519 keys; the secret one cannot leave this browser unless `extractable`. */
export function createKeys(extractable?: boolean): Promise<CryptoKeyPair>;
/** The public key as text, to be made known where readers can check it. */
export function publicKey(keys: CryptoKeyPair): Promise<string>;
/** The bundle with a signature behind it, in place of one that it had. `by` says who signs, and is signed too. */
export function sign(bundle: Uint8Array, keys: CryptoKeyPair, by?: string): Promise<Uint8Array>;
/** What a bundle's signature is worth: `null` without one. Hold `key` against one that you know. */
export function check(bundle: Uint8Array): Promise<{ by: string; key: string; isValid: boolean } | null>;
