import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function Work() {
  return (
    <Page title="Work">
      <Waiting />
    </Page>
  );
}
