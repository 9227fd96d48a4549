import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function Access() {
  return (
    <Page title="Access">
      <Waiting />
    </Page>
  );
}
