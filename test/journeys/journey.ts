import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
} from "graphql";
import { expect } from "vitest";
import type { PostHolder } from "../../infra/issuer/post-holder.ts";
import type { TestError, TestStack } from "../testkit/stack.ts";

const api = buildSchema(readFileSync(join(import.meta.dirname, "..", "..", "schema", "api.graphql"), "utf8"));

/** The people of a journey, doing things one after another: each act through the gateway, as a named post. */
export interface Journey {
  /** From here on it is this instant, in every subgraph. */
  at(instant: string): void;
  /** The post carries a mutation out; it must succeed. Answers what `selection` asks of its result. */
  does<Result = Record<string, never>>(
    post: Actor,
    mutation: string,
    args: Args,
    selection?: string,
  ): Promise<Result>;
  /** The post tries and is refused; answers the refusal. */
  isRefused(post: Actor, mutation: string, args: Args): Promise<TestError>;
  /** The post looks; nothing may be missing. */
  sees<Data>(post: Actor | undefined, query: string, variables?: Record<string, unknown>): Promise<Data>;
}

/** A named post by its id, or somebody else in office. */
export type Actor = string | PostHolder;

const nameOf = (post: Actor): string => (typeof post === "string" ? post : `${post.post} of ${post.unit}`);

type Args = Readonly<Record<string, unknown>>;

/** Every act of every journey has a key of its own: the same clerk acts in several on one stack. */
let acts = 0;

export function journeyThrough(stack: TestStack): Journey {
  const act = (post: Actor, mutation: string, args: Args, selection: string) => {
    acts += 1;
    const field = api.getMutationType()?.getFields()[mutation];
    if (!field) throw new Error(`there is no mutation ${mutation}`);
    const variables = withKey(field, args, `journey-act-${String(acts).padStart(4, "0")}`);
    const asked = field.args.filter(({ name }) => variables[name] !== undefined);
    const declared = asked.map(({ name, type }) => `$${name}: ${type}`).join(", ");
    const passed = asked.map(({ name }) => `${name}: $${name}`).join(", ");
    return stack.ask<Record<string, unknown>>(
      `mutation (${declared}) { ${mutation}(${passed}) ${selection} }`,
      variables,
      post,
    );
  };

  return {
    at: (instant) => stack.setClock(instant),

    async does<Result>(post: Actor, mutation: string, args: Args, selection = "{ __typename }") {
      const { data, errors } = await act(post, mutation, args, selection);
      expect(errors, `${nameOf(post)} ${mutation}`).toEqual([]);
      return data[mutation] as Result;
    },

    async isRefused(post, mutation, args) {
      const { errors } = await act(post, mutation, args, "{ __typename }");
      const [refusal] = errors;
      if (!refusal) throw new Error(`${nameOf(post)} was not refused: ${mutation}`);
      expect(refusal.messageZh, "a refusal is bilingual").toMatch(/\p{Script=Han}/u);
      return refusal;
    },

    async sees<Data>(post: Actor | undefined, query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await stack.ask<Data>(query, variables, post);
      expect(errors).toEqual([]);
      return data;
    },
  };
}

/** Every act has a key of its own, beside the arguments or inside the input, wherever the mutation takes it. */
function withKey(field: GraphQLField<unknown, unknown>, args: Args, key: string): Record<string, unknown> {
  if (field.args.some(({ name }) => name === "idempotencyKey")) return { ...args, idempotencyKey: key };
  const input = field.args.find(({ name }) => name === "input");
  const type = input && getNamedType(input.type);
  const takesKey =
    isInputObjectType(type) && "idempotencyKey" in (type as GraphQLInputObjectType).getFields();
  return takesKey ? { ...args, input: { ...(args.input as object), idempotencyKey: key } } : { ...args };
}
