import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { buildFederatedSchema } from "../../../subgraphs/shared/federated-schema.ts";
import { Key } from "../../../subgraphs/shared/schema-directives.ts";

/** A subgraph without a database, made as ours are: what a list costs beside what its rows cost. */

@ObjectType()
@Key("code")
class Flat {
  @Field(() => String)
  code: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  floor: number;

  @Field(() => Boolean)
  let: boolean;

  @Field(() => String, { nullable: true })
  owner: string | null;
}

export interface FlatsContext {
  readonly flats: ReadonlyMap<string, Flat>;
  readonly topFloor: number;
}

@Resolver(() => Flat)
class FlatResolver {
  @Query(() => [Flat])
  flats(@Arg("first", () => Int) first: number, @Ctx() { flats }: FlatsContext): Flat[] {
    return [...flats.values()].slice(0, first);
  }

  @FieldResolver(() => Boolean)
  underTheRoof(@Root() { floor }: Flat, @Ctx() { topFloor }: FlatsContext): boolean {
    return floor === topFloor;
  }
}

export const { schema: flatsSchema } = buildFederatedSchema<FlatsContext>({
  name: "flats",
  owner: "HOUSING",
  ownerZh: "住建局",
  resolvers: [FlatResolver],
  types: [],
  references: { Flat: ({ code }: { code: string }, { flats }) => flats.get(code) ?? null },
});

export function flatsContext(count: number): FlatsContext {
  const flats = Array.from({ length: count }, (_, index) =>
    Object.assign(new Flat(), {
      code: `430105010003${String(index).padStart(4, "0")}`,
      name: `${(index % 12) + 1}号楼${index}室`,
      floor: index % 30,
      let: index % 3 === 0,
      owner: index % 7 === 0 ? null : `业主${index}`,
    }),
  );
  return { flats: new Map(flats.map((flat) => [flat.code, flat])), topFloor: 29 };
}
