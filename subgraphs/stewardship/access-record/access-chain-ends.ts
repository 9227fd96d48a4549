import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("AccessChain", {
  description:
    "One chain of access records, of a subgraph in a district, by its two ends (访问记录链). With them whoever answers for the data computes the seals of all records in between again, without any database",
})
export class AccessChainEnds {
  @Field(() => String, { description: "The district; 000000 for what was done in none (区县代码)" })
  district: string;

  @Field(() => String, { description: "The subgraph that was read (子图名称)" })
  subgraph: string;

  @Field(() => Int, {
    description: "Place of the last record that is kept no longer; 0 where none was cut off (起点序号)",
  })
  startSequence: number;

  @Field(() => String, {
    description:
      "Its seal, which the first record still there names; zeros where none was cut off (起点摘要)",
  })
  startHash: string;

  @Field(() => Int, { description: "Place of the last record just now (链尾序号)" })
  endSequence: number;

  @Field(() => String, {
    description:
      "Its seal: kept where whoever writes the database cannot, it proves later that everything up to it is still there (链尾摘要)",
  })
  endHash: string;
}
