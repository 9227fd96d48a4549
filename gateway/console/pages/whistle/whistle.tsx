import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";

export function Whistles() {
  return (
    <Page title="Whistles">
      <Waiting />
    </Page>
  );
}
