import { Agent, request } from "node:http";

export interface Outcome {
  /** Of the connection the request was sent on: the client's own port. */
  readonly connection: number | undefined;
  /** Whether that connection was opened for it. */
  readonly first: boolean;
  /** Status and body, or the code of the failure. */
  readonly status: number | undefined;
  readonly text: string;
}

export interface SteadyLoad {
  /** Every request that has ended so far. */
  readonly outcomes: readonly Outcome[];
  /** Sends no more; resolves when the last has ended. */
  stop(): Promise<void>;
}

/**
 * So many clients, each on one connection that it keeps, each asking again as soon as it has its answer. A client
 * leaves a connection when it is told to (`connection: close`) or finds it closed, and opens another. Nothing is tried
 * twice: what fails, has failed.
 */
export function startLoad(url: string, body: string, clients: number): SteadyLoad {
  const outcomes: Outcome[] = [];
  let going = true;
  const loops = Array.from({ length: clients }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (going) {
      const outcome = await ask(agent, url, body);
      // Nobody listens any more: that is the end of the load, not a failure of the gateway.
      if (outcome.text === "ECONNREFUSED") break;
      outcomes.push(outcome);
    }
    agent.destroy();
  });
  return {
    outcomes,
    async stop() {
      going = false;
      await Promise.all(loops);
    },
  };
}

const ask = (agent: Agent, url: string, body: string): Promise<Outcome> =>
  new Promise((resolve) => {
    let connection: number | undefined;
    const asked = request(
      url,
      { agent, method: "POST", headers: { "content-type": "application/json" } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.once("end", () => end(response.statusCode, text));
        response.once("error", failed);
      },
    );
    const end = (status: number | undefined, text: string) =>
      resolve({ connection, first: !asked.reusedSocket, status, text });
    const failed = (error: NodeJS.ErrnoException) => end(undefined, error.code ?? error.message);
    asked.once("socket", (socket) => {
      if (socket.connecting) socket.once("connect", () => (connection = socket.localPort));
      else connection = socket.localPort;
    });
    asked.once("error", failed);
    asked.end(body);
  });
