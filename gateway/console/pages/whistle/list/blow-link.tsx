import { Anchor } from "@mantine/core";
import { useQuery } from "urql";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { WhistleBlowersDocument } from "./blowers.graphql.ts";

const said = texts("Blow from a ticket", "从工单吹哨");

/** The way to blowing a whistle, for posts that may blow one by the profile of their district. */
export function BlowLink() {
  const text = useText(said);
  const holder = useHolder();
  const district = holder?.division?.slice(0, 6) ?? "";
  const [{ data }] = useQuery({
    query: WhistleBlowersDocument,
    variables: { district },
    requestPolicy: "cache-first",
    pause: !district,
  });
  const blowers = (data?.whistleProfile?.kinds ?? []).flatMap((kind) => kind.blowers);
  if (!blowers.some(({ posts }) => posts.some((post) => post === holder?.post))) return null;
  return (
    <Anchor component={Link} href="/whistles/new">
      {text}
    </Anchor>
  );
}
