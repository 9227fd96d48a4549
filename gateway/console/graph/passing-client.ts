import { type Client, useClient } from "urql";
import { useSession } from "../session/session.tsx";
import { graphClient } from "./client.ts";

const passing = new WeakMap<Client, Client>();

/**
 * For what is read once, page after page without end, and would fill the memory: it keeps no answer. One for all lists
 * of whoever has signed in, beside the client that keeps.
 */
export function usePassingClient(): Client {
  const { session } = useSession();
  const keeping = useClient();
  const client = passing.get(keeping) ?? graphClient(session, { keeps: false });
  passing.set(keeping, client);
  return client;
}
