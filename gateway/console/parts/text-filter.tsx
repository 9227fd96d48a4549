import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";

/** How long hands rest before what they typed narrows the list, in milliseconds. */
const RESTING = 400;

/** Text that narrows a list. What narrows it from elsewhere is taken over. */
export function TextFilter({
  label,
  placeholder = "",
  value,
  say,
}: {
  label: string;
  placeholder?: string;
  value: string;
  say: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  // Letters that an input method is still making characters of are nobody's words yet.
  const composing = useRef(false);
  const settle = useDebouncedCallback((text: string) => {
    if (!composing.current) say(text.trim());
  }, RESTING);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      w={{ base: "100%", xs: 210 }}
      autoComplete="off"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        settle(currentTarget.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={({ currentTarget }) => {
        composing.current = false;
        settle(currentTarget.value);
      }}
    />
  );
}
