import { Alert, Button, Code, Text } from "@mantine/core";
import { useMemo } from "react";
import { useQuery } from "urql";
import { refusalsOf } from "../../../graph/refusal.ts";
import { texts, useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { AccessPage } from "../access-page.tsx";
import type { Standing } from "../standing.ts";
import { ChainCard } from "./chain-card.tsx";
import { AccessChainsDocument } from "./chains.graphql.ts";
import { browserDigest } from "./seal.ts";

const said = texts(
  {
    title: "Verify the chain of records",
    about:
      "Every record holds the seal of the one before it. This browser reads your records and computes all seals again: what was changed, taken out, put in or moved shows.",
    none: "No chain yet",
    noneAbout: "A chain begins with the first access to your data.",
    insecure: "This browser cannot compute seals on this page",
    insecureAbout:
      "Browsers compute SHA-256 (Web Crypto) only on pages served over https or from localhost. Open the console there, or have somebody with the database run:",
    again: "See what was added",
  },
  {
    title: "核验记录链",
    about: "每条记录都含前一条的摘要。本浏览器读取记录并逐条重算摘要，凡有更改、删除、插入或调换即可发现。",
    none: "还没有记录链",
    noneAbout: "自首次有人查阅本单位数据起建立。",
    insecure: "在本页无法计算摘要",
    insecureAbout:
      "浏览器仅在 https 或 localhost 页面提供 SHA-256 计算（Web Crypto）。请改用 https 打开，或由数据库管理人员运行：",
    again: "更新链尾",
  },
);

/** The owner's chains, each to be verified here, without the database. */
export function Chains({ standing }: { standing: Standing }) {
  const text = useText(said);
  const digest = useMemo(browserDigest, []);
  const [{ data, fetching, error }, again] = useQuery({
    query: AccessChainsDocument,
    requestPolicy: "network-only",
  });
  const chains = data?.accessChains;
  return (
    <AccessPage
      standing={standing}
      title={text.title}
      about={text.about}
      tools={
        <Button variant="default" onClick={() => again({ requestPolicy: "network-only" })}>
          {text.again}
        </Button>
      }
    >
      {digest ? null : (
        <Alert color="orange" variant="light" title={text.insecure} role="alert">
          <Text size="sm">{text.insecureAbout}</Text>
          <Code block>npm run access:verify -- --owner {chains?.[0]?.subgraph ?? "civil-affairs"}</Code>
        </Alert>
      )}
      <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />
      {fetching && !chains ? <Waiting lines={6} height={36} /> : null}
      {chains?.length === 0 ? <Empty title={text.none}>{text.noneAbout}</Empty> : null}
      {chains?.map((chain) => (
        <ChainCard key={`${chain.district}/${chain.subgraph}`} {...{ chain, digest }} />
      ))}
    </AccessPage>
  );
}
