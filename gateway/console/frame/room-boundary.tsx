import { Alert, Button, Stack, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { texts, useText } from "../language/language.tsx";

const said = texts(
  {
    title: "This page broke",
    about: "It is our mistake, not yours. The other rooms work; what you sent is done.",
    again: "Open it anew",
  },
  {
    title: "页面出错",
    about: "这是系统的问题，与您的操作无关。其他页面仍可使用，已提交的内容不受影响。",
    again: "重新打开",
  },
);

/** What a room that throws while it is drawn takes down: itself. React takes this in a class alone. */
export class RoomBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken />;
  }
}

/** A room that could not even be fetched, because a newer build took its place, is there after loading anew. */
function Broken() {
  const text = useText(said);
  return (
    <Alert role="alert" color="red" title={text.title}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text.about}</Text>
        <Button size="xs" variant="default" onClick={() => location.reload()}>
          {text.again}
        </Button>
      </Stack>
    </Alert>
  );
}
