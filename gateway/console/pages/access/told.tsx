import { Alert } from "@mantine/core";

/** That something was done, said once and read aloud. */
export function Told({ what }: { what: string | undefined }) {
  return (
    <div role="status" aria-live="polite">
      {what ? (
        <Alert color="green" variant="light" py="xs">
          {what}
        </Alert>
      ) : null}
    </div>
  );
}
