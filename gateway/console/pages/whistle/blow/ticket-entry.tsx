import { Anchor, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { useText } from "../../../language/language.tsx";
import { blowSaid } from "./blow.text.ts";

const ticketNumber = /^\d{6}-\d{8}-\d{6}$/;

/** Asks from which ticket, where the address does not say. */
export function TicketEntry() {
  const text = useText(blowSaid);
  const [, setAddress] = useSearchParams();
  const [number, setNumber] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const written = number.trim();
        if (ticketNumber.test(written)) setAddress({ ticket: written });
        else setWrong(true);
      }}
    >
      <Stack maw={480}>
        <Text>
          {text.fromTicket}{" "}
          <Anchor component={Link} href="/tickets?open=true" underline="always">
            {text.tickets}
          </Anchor>
        </Text>
        <TextInput
          label={text.number}
          placeholder={text.example}
          value={number}
          onChange={({ currentTarget }) => {
            setNumber(currentTarget.value);
            setWrong(false);
          }}
          error={wrong ? text.notNumber : undefined}
        />
        <Group>
          <Button type="submit">{text.go}</Button>
        </Group>
      </Stack>
    </form>
  );
}
