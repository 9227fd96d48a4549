import { Alert } from "@mantine/core";

/** That something was done, said once and read aloud. */
export function Told({ what }: { what: string | undefined }) {
  return (
    // Empty it takes no place between its neighbours, but is there for what is read aloud.
    <div role="status" aria-live="polite" style={what ? undefined : { position: "absolute" }}>
      {what ? (
        <Alert color="green" variant="light" py="xs">
          {what}
        </Alert>
      ) : null}
    </div>
  );
}
