import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { UploadDoor } from "../../subgraphs/shared/uploads.ts";
import type { KnownOperation } from "../operation/known-operation.ts";
import type { RequestContext } from "../request-context.ts";
import type { SubgraphConnection } from "../transport/subgraph-connection.ts";
import { type MultipartRequest, malformedUpload } from "./multipart-request.ts";
import { uploadPlaces } from "./upload-places.ts";

export interface UploadSettings {
  readonly schema: GraphQLSchema;
  /** The subgraph that takes files; absent where none does. */
  readonly keeper: SubgraphConnection | undefined;
  readonly log: Logger;
}

/** Files that were taken in for one operation. */
export interface TakenFiles {
  /** Lets go of those that the operation did not claim, for whatever reason. */
  discardUnclaimed(): Promise<void>;
}

/** Takes the files of an operation to the subgraph that keeps them, before the operation itself. */
export class Uploads {
  readonly #settings: UploadSettings;

  constructor(settings: UploadSettings) {
    this.#settings = settings;
  }

  /**
   * Writes into `variables` the ids under which the files were taken in. Everything that can be judged without the files
   * is judged before the first of them. Of an operation that is refused no file is kept.
   *
   * @param admit rejects where the caller may send no further file just now
   */
  async take(
    multipart: MultipartRequest,
    { definition }: KnownOperation,
    variables: object,
    context: RequestContext,
    admit: () => Promise<void>,
  ): Promise<TakenFiles> {
    const { schema, keeper } = this.#settings;
    const places = uploadPlaces(multipart.map, variables, definition, schema);
    const door = keeper?.uploads?.(context);
    if (!door) throw refuse("UPLOADS_NOT_TAKEN");
    const ids: string[] = [];
    const taken = { discardUnclaimed: () => this.#discard(ids, door) };
    try {
      const missing = new Set(places.keys());
      for await (const { part, content } of multipart.files()) {
        if (!missing.delete(part))
          throw malformedUpload("it has a file that `map` does not name", "含有 map 未列出的文件");
        await admit();
        const id = await door.take(content);
        ids.push(id);
        for (const place of places.get(part) ?? []) place.put(id);
      }
      if (missing.size > 0) throw malformedUpload("a file that `map` names is missing", "缺少 map 所列文件");
      return taken;
    } catch (error) {
      await taken.discardUnclaimed();
      throw error;
    }
  }

  /** What cannot be let go of now goes by itself within the hour. */
  async #discard(ids: readonly string[], door: UploadDoor): Promise<void> {
    if (ids.length === 0) return;
    await door.discard(ids).catch((error: unknown) => {
      this.#settings.log.warn({ err: error }, "files that nothing claimed wait for their time to be over");
    });
  }
}
