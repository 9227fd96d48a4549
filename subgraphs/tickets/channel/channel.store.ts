import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { Channel } from "./channel.ts";

/** Every query on channels. They are the same for everybody. */
export class ChannelStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  all(): Promise<Channel[]> {
    return this.#manager.find(Channel, { order: { code: "ASC" } });
  }

  byCodes(codes: readonly string[]): Promise<Channel[]> {
    return this.#manager.findBy(Channel, { code: In([...codes]) });
  }
}
