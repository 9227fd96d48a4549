import { Button, Text } from "@mantine/core";
import { useSearchParams } from "wouter";
import { useNameless } from "../frame/nameless-address.tsx";
import { texts, useText } from "../language/language.tsx";
import { Empty } from "./empty.tsx";

const said = texts(
  {
    gone: "A condition is not kept",
    why: "It may name somebody, and so is neither written into the address nor kept when the page is loaded anew. Type it again, or see the list without it.",
    without: "Without it",
    identity:
      "Identity numbers of citizens are looked up nowhere here. The condition was taken out, and nothing of it was sent.",
  },
  {
    gone: "有一项条件未保留",
    why: "该条件可能涉及个人，不写入网址，刷新后也不保留。请重新输入，或不带该条件查看。",
    without: "不带该条件查看",
    identity: "本系统不按公民身份号码查找，已去除该条件，内容未发送。",
  },
);

/** Of a list's conditions those that may not stand in its address: that one is gone, or was taken out. */
export function Unwritten() {
  const text = useText(said);
  const { gone, identity } = useNameless();
  const [address, setAddress] = useSearchParams();
  return (
    <>
      {identity ? (
        <Text size="sm" c="var(--late)" role="alert">
          {text.identity}
        </Text>
      ) : null}
      {gone ? (
        <Empty title={text.gone}>
          {text.why}
          <br />
          <Button variant="default" size="xs" mt="sm" onClick={() => setAddress(address)}>
            {text.without}
          </Button>
        </Empty>
      ) : null}
    </>
  );
}
