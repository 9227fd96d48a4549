import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { texts, useText } from "../../language/language.tsx";

const said = texts({ close: "Close" }, { close: "关闭" });

/** What asks something over the page, with a way out that is named for who does not see its sign. */
export function Dialog({
  title,
  size = "md",
  onClose,
  children,
}: {
  title: string;
  size?: "md" | "lg";
  onClose: () => void;
  children: ReactNode;
}) {
  const text = useText(said);
  return (
    <Modal
      opened
      centered
      size={size}
      title={title}
      onClose={onClose}
      closeButtonProps={{ "aria-label": text.close }}
    >
      {children}
    </Modal>
  );
}
