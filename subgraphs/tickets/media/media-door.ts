import { createHash, randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { refuse } from "../../shared/errors.ts";
import { actorOf } from "../../shared/move.ts";
import {
  type ByteRange,
  maximumFileBytes,
  type ObjectStorage,
  type UploadDoor,
} from "../../shared/uploads.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { ByteReader } from "./content/byte-reader.ts";
import { damaged } from "./content/damaged.ts";
import { headBytes, mediaTypeOf } from "./content/media-type.ts";
import { withoutDescription } from "./content/without-description.ts";
import type { Taken } from "./media.store.ts";
import { isMediaId } from "./upload.ts";

type Surroundings = Pick<TicketsContext, "principal" | "at" | "media" | "mediaInSight" | "mayOpen">;

/** Takes photos and recordings in, and gives them to whom the demand they came with is shown. */
export function mediaDoor(context: Surroundings, storage: ObjectStorage): UploadDoor {
  const { media, mediaInSight, mayOpen } = context;
  const remove = (id: string) => storage.remove(id);
  return {
    async take(content): Promise<string> {
      const actor = actorOf(context);
      const id = randomUUID();
      await media.begin(id, actor);
      try {
        await media.complete(id, await keep(id, content, storage));
      } catch (error) {
        await media.discard([id], actor, remove);
        throw error;
      }
      return id;
    },

    discard: (ids) => media.discard(ids.filter(isMediaId), actorOf(context), remove),

    async read(id: string, range?: ByteRange): Promise<Readable | null> {
      const found = await mediaInSight(id);
      return found && (await mayOpen(found)) ? storage.get(id, range) : null;
    },
  };
}

async function keep(id: string, content: AsyncIterable<Uint8Array>, storage: ObjectStorage): Promise<Taken> {
  const file = new ByteReader(upTo(maximumFileBytes, content));
  const type = mediaTypeOf(await file.peek(headBytes));
  if (!type) throw refuse("FILE_TYPE_REFUSED");
  const hash = createHash("sha256");
  let bytes = 0;
  const measured = async function* () {
    for await (const chunk of withoutDescription(file, type)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    // What follows a picture is not kept, and still counts.
    await file.skip(Number.POSITIVE_INFINITY);
    if (bytes === 0) throw damaged();
  };
  await storage.put(id, measured());
  return { ...type, bytes, digest: hash.digest("hex") };
}

async function* upTo(maximum: number, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > maximum) throw refuse("FILE_TOO_LARGE", { megabytes: maximum / 1024 / 1024 });
    yield chunk;
  }
}
