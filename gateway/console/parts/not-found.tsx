import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../language/language.tsx";
import { Empty } from "./empty.tsx";
import { Page } from "./page.tsx";

const said = texts(
  { title: "No such page", empty: "There is nothing at this address.", home: "Go to the overview" },
  { title: "页面不存在", empty: "此地址没有内容。", home: "返回总览" },
);

export function NotFound() {
  const text = useText(said);
  return (
    <Page title={text.title}>
      <Empty title={text.empty}>
        <Anchor component={Link} href="/overview">
          {text.home}
        </Anchor>
      </Empty>
    </Page>
  );
}
