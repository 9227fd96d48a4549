import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { connectionOf, maximumPageSize, type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Matter } from "./matter.ts";

const MatterConnection = connectionOf(Matter, { public: true });

/** A demand's text may be 4,000 characters long, as in Open311. */
const longestText = 4_000;

@ObjectType({ description: "A matter a text seems to speak of (推荐事项)" })
class MatterSuggestion {
  @Field(() => Matter, { description: "The matter (事项)" })
  matter: Matter;

  @Field(() => Float, { description: "How well it fits, 0 to 1; only the order means anything (匹配度)" })
  score: number;
}

@Resolver(() => Matter)
export class MatterResolver {
  @Query(() => Matter, {
    nullable: true,
    description: "One matter by its code; null when there is none (按代码查诉求事项)",
  })
  @Public()
  matter(
    @Arg("code", () => String, { description: "Matter code (事项代码)" }) code: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Matter | null> {
    return load.matter.load(code);
  }

  @Query(() => MatterConnection, {
    description: "A district's catalogue, or what of it holds a word (诉求事项目录)",
  })
  @Public()
  matters(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Arg("search", () => String, {
      nullable: true,
      description: "Part of the name or a keyword (名称或关键词)",
    })
    search: string | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { matters }: DepartmentsContext,
  ): Promise<Page<Matter>> {
    return matters.search(district, search, args);
  }

  @Query(() => [MatterSuggestion], {
    description:
      "The matters a demand's own words seem to speak of, best first: a proposal, a person decides (事项推荐)",
  })
  @ListSize(5)
  suggestMatters(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Arg("text", () => String, {
      description: `The demand as told, at most ${longestText} characters (诉求内容)`,
    })
    text: string,
    @Arg("first", () => Int, { defaultValue: 5, description: "How many at most (条数)" }) first: number,
    @Ctx() { matters }: DepartmentsContext,
  ): Promise<MatterSuggestion[]> {
    if (first < 1 || first > maximumPageSize) {
      throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
    }
    if (text.length > longestText) {
      throw refuse("BAD_INPUT", {
        field: "text",
        problem: `give at most ${longestText} characters`,
        problemZh: `最多 ${longestText} 个字符`,
      });
    }
    return matters.speakingOf(district, text, first);
  }

  @FieldResolver(() => Matter, { nullable: true, description: "Its class; null for a class (所属大类)" })
  parent(@Root() { parentCode }: Matter, @Ctx() { load }: DepartmentsContext): Promise<Matter | null> | null {
    return parentCode ? load.matter.load(parentCode) : null;
  }

  @FieldResolver(() => [Matter], {
    description: "The matters of a class, 99 at most; empty for a matter (小类)",
  })
  @ListSize(20)
  children(@Root() { code }: Matter, @Ctx() { load }: DepartmentsContext): Promise<Matter[]> {
    return load.matterChildren.load(code);
  }
}
