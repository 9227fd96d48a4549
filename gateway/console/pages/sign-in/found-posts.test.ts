import { describe, expect, it } from "vitest";
import { namedPosts } from "../../../../infra/issuer/named-posts.ts";
import { foundPosts } from "./found-posts.ts";

const posts = namedPosts.map((named) => ({ ...named, scopes: [] }));
const zh = { language: "zh", last: null, lastTitle: "上次使用" } as const;
const found = (words: string, how: Parameters<typeof foundPosts>[2] = zh) =>
  foundPosts(posts, words, how).flatMap(({ posts: held }) => held.map(({ id }) => id));

describe("posts to sign in as", () => {
  it("are all there, grouped by place in the reader's language", () => {
    expect(found("").sort()).toEqual(posts.map(({ id }) => id).sort());
    expect(foundPosts(posts, "", zh).map(({ place }) => place)[0]).toBe("开福区（通泰街街道）");
    expect(foundPosts(posts, "", { ...zh, language: "en" })[1]?.place).toBe("Pinggu (Mafang)");
  });

  it.each([
    ["邓佳怡", ["kaifu-dispatcher"]],
    ["供电公司", ["pinggu-power-responder", "pinggu-power-chief"]],
    ["Chief power", ["pinggu-power-chief"]],
    ["招远 派单员", ["zhaoyuan-dispatcher"]],
    ["430105-commerce", ["kaifu-commerce-responder", "kaifu-commerce-chief"]],
    ["list_keeper 620702", ["ganzhou-list-keeper"]],
    ["市长", []],
  ])("are found by %s", (words, ids) => {
    expect(found(words)).toEqual(ids);
  });

  it("begin with the one used last, once", () => {
    const how = { ...zh, last: "pinggu-power-chief" };
    const [first, ...others] = foundPosts(posts, "", how);
    expect(first).toMatchObject({ place: "上次使用", posts: [{ id: "pinggu-power-chief" }] });
    expect(others.flatMap(({ posts: held }) => held.map(({ id }) => id))).not.toContain("pinggu-power-chief");
    expect(found("邓佳怡", how)).toEqual(["kaifu-dispatcher"]);
  });
});
