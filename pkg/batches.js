/** Files of any format, read one after the other and handed to the engine some articles at a time: memory stays bounded. */
import { aboutOf, found, isPlain } from './readers.js';

/** So many articles, or so many bytes of them, go to the engine at once. */
const ARTICLES = 32;
const BYTES = 1 << 20;
/** Batches that other workers have at once, at most: memory stays bounded. */
const MOST_READING = 8;
/** Larger text files are refused without being read. */
const MAX_BYTES = 64 * 1024 * 1024;
/** What is not read is told one by one up to here; the rest is counted with the last. */
const MOST_TOLD = 1000;

const sizeOf = ({ bytes, blob }) => bytes?.length ?? blob?.size ?? 0;

export class Batches {
  #request;
  #host;
  /** Documents that wait. */
  #waiting = [];
  #size = 0;
  /** The table that the rows at hand come from. */
  #table = null;
  /** Bytes of the files that are done with. */
  #done = 0;
  #reply = { type: 'added', keys: [], rejected: [], splits: [], tables: [], store: [] };
  /** Articles that go once the first new ones come. */
  #gone;
  /** Batches that other workers read, in order. */
  #reading = [];

  /** `host`: `{ options, ask, tell, isGivenUp, nextTurn }`; `map`, where there is one, has files read by another worker. */
  constructor(request, host) {
    this.#request = request;
    this.#host = host;
    this.#gone = request.type === 'replace' ? request.keys : [];
  }

  /** The reply to the whole request. */
  async read() {
    const { files } = this.#request;
    for (const file of files) {
      if (this.#host.isGivenUp()) break;
      if (await isPlain(file)) await this.#plain(file);
      else await this.#marked(file);
      this.#done += sizeOf(file);
      this.#progress(0, file.name);
    }
    await this.#flush(true);
    await this.#takeAll();
    return this.#reply;
  }

  #progress(done, name) {
    const kilobytes = (n) => Math.ceil(n / 1000);
    const total = this.#request.files.reduce((sum, file) => sum + sizeOf(file), 0);
    this.#host.tell({ type: 'progress', done: kilobytes(this.#done + done), total: kilobytes(total), name, inKilobytes: true });
  }

  async #plain({ name, bytes, blob, split, starts, encoding, about }) {
    if (sizeOf({ bytes, blob }) > MAX_BYTES) return this.#refuse(name, { code: 'tooLarge', limit: MAX_BYTES });
    try {
      const read = bytes ?? new Uint8Array(await blob.arrayBuffer());
      await this.#put({ name, bytes: read, split: !!split, encoding, ...(starts && { starts }), ...aboutOf({ name, about }) });
    } catch {
      this.#refuse(name, { code: 'binary' });
    }
  }

  /** A file whose format says more than its letters. */
  async #marked(file) {
    const { options, isGivenUp, nextTurn } = this.#host;
    let last = file.name;
    const told = (done) => this.#progress(done, last);
    for await (const event of found(file, { options, told })) {
      if (isGivenUp()) break;
      if (!event) {
        await nextTurn();
        continue;
      }
      last = event.name;
      // Of an archive that is read anew for one of its tables, the rest is there.
      if (file.only && event.name !== file.only && !event.name.startsWith(`${file.only}#`)) continue;
      if (event.type === 'document') await this.#document(event, file);
      else if (event.type === 'columns') await this.#columns(event, file);
      else this.#refuse(event.name, event.failure);
    }
    await this.#leaveTable();
  }

  async #document({ name, bytes, split, format, about }, file) {
    if (this.#table && !name.startsWith(`${this.#table.name}#`)) await this.#leaveTable();
    const isPaste = !!file.split && !this.#table;
    // What a reader made of another format is UTF-8.
    const encoding = format === 'text' ? file.encoding : undefined;
    const starts = isPaste ? file.starts : undefined;
    await this.#put({ name, bytes, split: split || isPaste, ...(starts && { starts }), encoding, about });
  }

  async #columns({ name, nRows, columns }, file) {
    await this.#leaveTable();
    await this.#flush();
    this.#table = { name, file: file.name, nRows, columns: columns.map(({ name, field, samples }) => ({ name, field, samples })), keys: [] };
    this.#reply.tables.push(this.#table);
  }

  /** What waits belongs to the table; what comes does not. */
  async #leaveTable() {
    if (!this.#table) return;
    await this.#flush();
    this.#table = null;
  }

  #refuse(name, failure) {
    if (this.#reply.rejected.length < MOST_TOLD) this.#reply.rejected.push({ name, failure });
  }

  async #put(document) {
    this.#waiting.push(document);
    this.#size += document.bytes.length;
    if (this.#waiting.length >= ARTICLES || this.#size >= BYTES) await this.#flush();
  }

  async #flush(isLast = false) {
    const [files, keys] = [this.#waiting, this.#gone];
    if (!files.length && !(isLast && keys.length)) return;
    [this.#waiting, this.#gone, this.#size] = [[], [], 0];
    const { map } = this.#host;
    // What a paste is split into only the engine that holds the articles tells.
    if (map && !keys.length && !files.some(({ split }) => split)) {
      const batch = { files, table: this.#table, read: undefined };
      batch.done = map(files).then((read) => (batch.read = read));
      this.#reading.push(batch);
      if (this.#reading.length >= MOST_READING) await this.#take();
      return;
    }
    await this.#takeAll();
    await this.#ask(keys.length ? { type: 'replace', keys, files } : this.#add({ type: 'add', files }), this.#table);
  }

  #add(request) {
    return { ...request, keepDuplicates: !!this.#request.keepDuplicates };
  }

  async #takeAll() {
    while (this.#reading.length) await this.#take();
  }

  /**
   * The oldest batch of another worker goes in; what that could not read is read here. Given up, what was read stays, and
   * it is the beginning.
   */
  async #take() {
    const batch = this.#reading.shift();
    if (!this.#host.isGivenUp()) await batch.done;
    const { files, table, read } = batch;
    if (!read && this.#host.isGivenUp()) return void (this.#reading = []);
    for (const { name, failure } of read?.rejected ?? []) this.#refuse(name, failure);
    await this.#ask(this.#add(read ? { type: 'addMapped', bytes: read.bytes } : { type: 'add', files }), table);
  }

  async #ask(request, table) {
    const reply = await this.#host.ask(request);
    if (reply.type === 'failed') return;
    table?.keys.push(...reply.keys);
    this.#reply.keys.push(...reply.keys);
    this.#reply.splits.push(...reply.splits);
    this.#reply.store.push(...reply.store);
    for (const { name, failure } of reply.rejected) this.#refuse(name, failure);
  }
}
