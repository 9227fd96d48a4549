import type { Readable } from "node:stream";

/** What one file may hold, in bytes. */
export const maximumFileBytes = 10 * 1024 * 1024;

/** So many files may come with one operation. */
export const maximumFiles = 9;

/** Where files are kept (对象存储), by ids that whoever keeps them made up. */
export interface ObjectStorage {
  /** Keeps all of it, or nothing. */
  put(id: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  get(id: string, range?: ByteRange): Promise<Readable>;
  /** Nothing happens where there is none. */
  remove(id: string): Promise<void>;
}

/** From one byte to another, both included, as HTTP has it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * A subgraph's door for files (文件), to one caller: they come before the mutation that they belong to, which claims them
 * by their ids. What no mutation claims is not kept.
 */
export interface UploadDoor {
  /** Takes a file in and answers its id, or refuses it and keeps nothing. */
  take(content: AsyncIterable<Uint8Array>): Promise<string>;
  /** Lets go of those of the caller's files that nothing has claimed. */
  discard(ids: readonly string[]): Promise<void>;
  /** A file's bytes, judged again by the rows the caller sees; null where there is none to be had. */
  read(id: string, range?: ByteRange): Promise<Readable | null>;
}
