import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import type { ObjectStorage } from "../../../shared/uploads.ts";

/** A folder nobody else may enter, a file for each id. */
export async function folderStorage(url: string): Promise<ObjectStorage> {
  const folder = fileURLToPath(url);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => join(folder, id);
  return {
    async put(id, content) {
      const path = pathOf(id);
      const incomplete = `${path}.incomplete`;
      try {
        await pipeline(content, createWriteStream(incomplete, { flags: "wx", mode: 0o600, flush: true }));
        await rename(incomplete, path);
      } catch (error) {
        await rm(incomplete, { force: true });
        throw error;
      }
    },
    async get(id, range) {
      await access(pathOf(id));
      return createReadStream(pathOf(id), range && { start: range.first, end: range.last });
    },
    async remove(id) {
      await Promise.all([rm(pathOf(id), { force: true }), rm(`${pathOf(id)}.incomplete`, { force: true })]);
    },
  };
}
