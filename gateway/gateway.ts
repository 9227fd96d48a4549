import type { IncomingMessage, ServerResponse } from "node:http";
import type { FormattedExecutionResult } from "graphql";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { refuse } from "../subgraphs/shared/errors.ts";
import { dataOf, type GraphClient } from "../subgraphs/shared/graph-client.ts";
import { readBody } from "../subgraphs/shared/http.ts";
import type { Principal } from "../subgraphs/shared/principal.ts";
import { Entitler, gatewayPrincipal } from "./access/entitle.ts";
import { groundsOf } from "./access/grounds.ts";
import type { Identify } from "./access/identity.ts";
import type { Variables } from "./execution/compiled-operation.ts";
import type { Data } from "./execution/data.ts";
import type { Asked } from "./execution/execution.ts";
import { Trace } from "./execution/trace.ts";
import { clientAddress } from "./limits/client-address.ts";
import { type IntrospectionPolicy, introspectionRefusal } from "./limits/introspection.ts";
import { plainJsonStatus } from "./limits/plain-json-status.ts";
import { type Charge, clientOf, createRateLimit, type RateLimitSettings } from "./limits/rate-limit.ts";
import { AnswersUnderWay } from "./operation/answers-under-way.ts";
import { ApolloLane } from "./operation/apollo-lane.ts";
import { Engine } from "./operation/engine.ts";
import {
  type GraphqlRequest,
  operationWithFiles,
  readRequestBody,
  usualRequest,
} from "./operation/graphql-request.ts";
import type { HandOver, KnownOperation } from "./operation/known-operation.ts";
import { KnownOperations } from "./operation/known-operations.ts";
import { type CarryOut, type Outcome, refused } from "./operation/outcome.ts";
import { asksForPlan } from "./plan-view/plan-permission.ts";
import { writePlanView } from "./plan-view/write-plan-view.ts";
import { AnswerReadings, readerOf } from "./records/access-records.ts";
import { Recorder } from "./records/recorder.ts";
import { writeToStewardship } from "./records/write-to-stewardship.ts";
import type { Audience, RequestContext } from "./request-context.ts";
import type { Supergraph } from "./supergraph/supergraph.ts";
import type { SubgraphConnection } from "./transport/subgraph-connection.ts";
import { mediaIdIn, mediaQuery, sendMedia } from "./uploads/media-answer.ts";
import { isMultipart, MultipartRequest } from "./uploads/multipart-request.ts";
import { uploadScalar } from "./uploads/upload-places.ts";
import { Uploads } from "./uploads/uploads.ts";

/** A request body larger than this is refused: no operation of ours needs it. */
const maximumBodyBytes = 1024 * 1024;

/** What it costs to take a file in, and to give one, in the same points. */
const fileCost = 1_000;

/** What it costs to read, validate and plan an operation nobody has asked before, in the points of its other costs. */
const newOperationCost = 20;

export interface GatewaySettings {
  readonly supergraph: Supergraph;
  /** How to reach each subgraph of the supergraph, by name. */
  readonly subgraphs: ReadonlyMap<string, SubgraphConnection>;
  readonly identify: Identify;
  /** The instant a request is judged by. */
  readonly clock: () => Date;
  readonly log: Logger;
  /** Who may ask the graph to describe itself; whoever holds the scope unless said otherwise. */
  readonly introspection?: IntrospectionPolicy;
  /** What one client may ask for in a time, in points of cost; no bound where it is absent. */
  readonly allowance?: RateLimitSettings | undefined;
  /** Proxies of our own in front of us, which state the address they speak for. */
  readonly proxies?: number;
  /**
   * Told what every caller's operation asked of subgraphs before its answer leaves, those included who were answered
   * together with others: reading without asking is reading all the same. Where it rejects, nothing leaves.
   */
  readonly onAsked?: (asked: readonly Asked[], context: RequestContext) => Promise<void>;
  /** Whether every access to what is not public goes on record at the `stewardship` subgraph; false unless told. */
  readonly recordAccess?: boolean;
  /** Whether equal queries of one caller that are under way at once are carried out once; true unless told. */
  readonly share?: boolean;
  /** Sends every request the long way, for comparison. */
  readonly withoutFastLane?: boolean;
}

export interface Gateway {
  /** Answers one HTTP request to the GraphQL endpoint. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Gives a photo or recording to whom the graph shows it. */
  giveMedia(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers one operation of a caller already identified. */
  answer(request: GraphqlRequest, context: RequestContext): Promise<FormattedExecutionResult>;
  /**
   * Follows a subscription: each text is one execution result. The caller is asked for again at every event, so that
   * whoever may no longer see it does not. Rejects with a refusal where there is nothing to follow.
   */
  subscribe(request: GraphqlRequest, context: () => Promise<RequestContext>): Promise<AsyncIterable<string>>;
  /** A client for work done in this process under an identity that needs no token. */
  clientFor(principal: Principal): GraphClient;
  /** Resolves when everything that was read so far is on record, or could not be put there. */
  recorded(): Promise<void>;
  stop(): Promise<void>;
}

/** What happens to one request, in order. */
export async function createGateway(settings: GatewaySettings): Promise<Gateway> {
  const {
    identify,
    clock,
    log,
    introspection = "scope",
    proxies = 0,
    withoutFastLane = false,
    onAsked,
  } = settings;
  const charge: Charge = settings.allowance ? createRateLimit(settings.allowance) : async () => undefined;
  const engine = new Engine({ ...settings, writePlanView });
  const known = new KnownOperations(engine);
  const negotiated = new LRUCache<string, string>({ max: 100 });
  const answers = new AnswersUnderWay({ share: settings.share });

  const recorder = settings.recordAccess ? openRecorder(settings) : undefined;
  const readings = new AnswerReadings(engine.requirements);
  const handOver: HandOver = async (answer, context) => {
    await onAsked?.(answer.asked, context);
    // What the gateway itself needs to know is no access of anybody's.
    const reader = context.principal === gatewayPrincipal ? undefined : readerOf(context);
    if (recorder && reader) await recorder.record(readings.of(answer, context), reader);
    return answer.text;
  };

  /** What every operation must pass, whichever way it came: its variables, once it is found to be within bounds. */
  const admit = async (
    operation: KnownOperation,
    sent: Data,
    { principal, client }: RequestContext,
  ): Promise<Variables> => {
    const refusal = introspectionRefusal(operation.limits.introspection, principal, introspection);
    if (refusal) throw refusal;
    const variables = operation.variables(sent);
    const cost = operation.limits.cost(variables.coerced);
    if (client !== undefined) await charge(client, Math.max(1, cost));
    return variables;
  };

  const askAs: Gateway["clientFor"] = (principal) => async (query, variables, onBehalfOf) =>
    dataOf(
      await answer({ query, variables }, { principal, at: clock(), ...(onBehalfOf ? { onBehalfOf } : {}) }),
    );
  const entitler = new Entitler({ askAs, log });

  /** With what owners let the caller see of their data, where the operation asks for any. */
  const entitled = async (operation: KnownOperation, context: RequestContext): Promise<RequestContext> =>
    operation.asksOthers
      ? { ...context, entitlements: await entitler.of(context.principal, context, context.at) }
      : context;

  const carryOut: CarryOut = async (find, sent, asked) => {
    try {
      const operation = find();
      const { operation: kind } = operation.definition;
      if (kind === "subscription") throw refuse("SUBSCRIPTION_ELSEWHERE");
      const variables = await admit(operation, sent as Data, asked);
      const context = await entitled(operation, asked);
      const compiled = operation.for(context, variables); // authorise and withhold, plan, compile: known after the first time
      const answer = await answers[kind](compiled, variables, context).finally(() => {
        if (kind === "mutation") entitler.forget(); // also where it failed: it may have had its effect
      });
      return { status: 200, text: await handOver(answer, context) };
    } catch (error) {
      return refused(error, log);
    }
  };
  const apollo = await ApolloLane.open({ engine, known, carryOut, log });

  const answer: Gateway["answer"] = async ({ query, operationName, variables = {} }, context) => {
    const outcome = await carryOut(() => known.read(query, operationName), variables, context);
    return JSON.parse(outcome.text) as FormattedExecutionResult;
  };

  /** Who asks, and how what follows is to be judged, counted and given up. */
  const contextOf = async (
    request: IncomingMessage,
    response: ServerResponse,
    body: unknown,
  ): Promise<RequestContext> => {
    const at = clock();
    const grounds = groundsOf(
      request.headers,
      (body as { readonly extensions?: unknown } | null)?.extensions,
    );
    const address = clientAddress(request, proxies);
    const principal = await identify(request.headers.authorization, at).catch(async (error) => {
      await charge(clientOf(null, address), 1); // whoever tries tokens out uses up what nobody has
      throw error;
    });
    const trace = asksForPlan(request.headers) ? new Trace() : undefined;
    const client = clientOf(principal, address);
    return { principal, at, ...grounds, client, audience: new Client(response), trace };
  };

  const keeper = settings.subgraphs.get(engine.keeperOf(uploadScalar) ?? "");
  const uploads = new Uploads({ schema: engine.schema, keeper, log });

  /** An operation with files: they are taken in first, and it is carried out as any other. */
  const handleWithFiles = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const multipart = await MultipartRequest.read(request, maximumBodyBytes);
    const { accept = "" } = request.headers;
    try {
      const body = readRequestBody(multipart.operations);
      const context = await contextOf(request, response, body);
      if (!context.principal) throw refuse("UNAUTHENTICATED");
      const { query, operationName, variables } = operationWithFiles(body);
      await charge(context.client, newOperationCost);
      const operation = known.read(query, operationName);
      const files = await uploads.take(multipart, operation, variables, context, () =>
        charge(context.client, fileCost),
      );
      const outcome = await carryOut(() => operation, variables, context).finally(files.discardUnclaimed);
      send(response, accept, {
        ...outcome,
        headers: { ...outcome.headers, "content-type": formFor(accept) },
      });
    } catch (error) {
      throw multipart.leave(error as Error);
    }
  };

  return {
    async handle(request, response) {
      if (isMultipart(request)) return handleWithFiles(request, response);
      const body = readRequestBody(await readBody(request, maximumBodyBytes)); // receive
      const context = await contextOf(request, response, body); // identify

      const { accept = "" } = request.headers;
      const usual = withoutFastLane ? undefined : usualRequest(request, body);
      const operation = usual && known.find(usual.query, usual.operationName);
      const contentType = negotiated.get(accept);
      if (operation && contentType) {
        const outcome = await carryOut(() => operation, usual.variables ?? {}, context);
        send(response, accept, { ...outcome, headers: { ...outcome.headers, "content-type": contentType } });
        return;
      }

      await charge(context.client, newOperationCost);
      const outcome = await apollo.answer(
        {
          method: (request.method ?? "POST").toUpperCase(),
          headers: headersOf(request),
          search: new URL(request.url ?? "/", "http://gateway").search,
          body,
        },
        context,
      );
      const form = outcome.headers["content-type"];
      if (outcome.status === 200 && form) negotiated.set(accept, form);
      send(response, accept, outcome);
    },

    async giveMedia(request, response) {
      const id = mediaIdIn(request);
      const context = await contextOf(request, response, undefined);
      const door = keeper?.uploads?.(context);
      if (!door) throw refuse("NO_SUCH_MEDIA");
      await charge(context.client, fileCost);
      const outcome = await carryOut(() => known.read(mediaQuery, undefined), { id }, context);
      await sendMedia(request, response, JSON.parse(outcome.text), id, door);
    },

    answer,

    async subscribe({ query, operationName, variables: sent = {} }, contextOf) {
      const operation = known.read(query, operationName);
      if (operation.definition.operation !== "subscription") throw refuse("SUBSCRIPTION_ONLY");
      const variables = await admit(operation, sent, await contextOf());
      return operation.follow(variables, async () => entitled(operation, await contextOf()), handOver);
    },

    clientFor: askAs,

    recorded: async () => recorder?.idle(),

    async stop() {
      await recorder?.idle();
      await apollo.stop();
    },
  };
}

function openRecorder({ subgraphs, clock, log }: GatewaySettings): Recorder {
  const stewardship = subgraphs.get("stewardship");
  if (!stewardship) throw new Error("accesses are to go on record, and there is no stewardship subgraph");
  return new Recorder(writeToStewardship(stewardship, clock), log);
}

/** The client of one request, who has left when the response can no longer be written. */
class Client implements Audience {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  get gone(): boolean {
    return this.#response.destroyed;
  }
}

/** An answer's form for who sent files, in which no server has said anything yet. */
const formFor = (accept: string): string =>
  `application/${accept.includes("graphql-response+json") ? "graphql-response+json" : "json"}; charset=utf-8`;

function send(response: ServerResponse, accept: string, { headers, ...outcome }: Outcome): void {
  response.writeHead(plainJsonStatus(accept, outcome), {
    ...headers,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-length": Buffer.byteLength(outcome.text),
  });
  response.end(outcome.text);
}

function* headersOf({ headers }: IncomingMessage): Iterable<[string, string]> {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) yield [name, Array.isArray(value) ? value.join(", ") : value];
  }
}
