import { Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, useState } from "react";
import { useText } from "../../../language/language.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import type { CaseMediaFragment } from "./case-media.graphql.ts";
import classes from "./media.module.css";
import { mediaTexts } from "./media.text.ts";
import type { OpenedFile } from "./use-files.ts";

/** One photo or recording, as large as the screen; its neighbours are a button or an arrow key away. */
export function MediaDialog({
  media,
  name,
  fileName,
  file,
  again,
  step,
  onClose,
}: {
  /** Nothing is open where it is absent. */
  media: CaseMediaFragment | undefined;
  name: string;
  fileName: string;
  file: OpenedFile | undefined;
  again: () => void;
  /** Absent where it has no neighbours. */
  step: ((by: 1 | -1) => void) | undefined;
  onClose: () => void;
}) {
  const text = useText(mediaTexts);
  const phone = useMediaQuery("(max-width: 48em)") ?? false;
  const byArrow = ({ key, target }: KeyboardEvent) => {
    // In a recording they go back and forth in it.
    if (target instanceof HTMLMediaElement) return;
    if (key === "ArrowLeft") step?.(-1);
    if (key === "ArrowRight") step?.(1);
  };
  return (
    <Modal
      opened={media !== undefined}
      onClose={onClose}
      title={name}
      size="80rem"
      fullScreen={phone}
      closeButtonProps={{ "aria-label": text.close }}
      onKeyDown={byArrow}
    >
      {media ? (
        <Stack gap="sm" align="center">
          {file?.refusals ? (
            <Refusals refusals={file.refusals} retry={again} />
          ) : file?.source ? (
            <Shown key={file.source} media={media} name={name} source={file.source} fileName={fileName} />
          ) : (
            <Waiting lines={3} height={80} />
          )}
          {step ? (
            <Group>
              <Button variant="default" onClick={() => step(-1)}>
                {text.previous}
              </Button>
              <Button variant="default" onClick={() => step(1)}>
                {text.next}
              </Button>
            </Group>
          ) : null}
          <Text size="xs" c="dimmed">
            {text.record}
          </Text>
        </Stack>
      ) : null}
    </Modal>
  );
}

function Shown({
  media: { kind, contentType },
  name,
  source,
  fileName,
}: {
  media: CaseMediaFragment;
  name: string;
  source: string;
  fileName: string;
}) {
  const text = useText(mediaTexts);
  const [unknown, setUnknown] = useState(false);
  const common = { src: source, onError: () => setUnknown(true) };
  if (unknown) {
    return (
      <Text size="sm" role="status">
        {text.unknown(contentType)}{" "}
        <Anchor href={source} download={`${fileName}.${contentType.split("/")[1]}`} underline="always">
          {text.save}
        </Anchor>
      </Text>
    );
  }
  if (kind === "PHOTO") return <img className={classes.large} alt={name} {...common} />;
  if (kind === "VIDEO") return <video className={classes.large} controls aria-label={name} {...common} />;
  return <audio className={classes.sound} controls aria-label={name} {...common} />;
}
