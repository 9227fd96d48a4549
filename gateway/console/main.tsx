import "@mantine/core/styles.css";
import "./theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";
import { arrive, isEndOfSigningIn } from "./session/arrival.ts";
import { forgetWithWhomItWas } from "./session/forget.ts";
import { lendToken } from "./session/lend.ts";
import { asPost, chosenPost } from "./session/post-tokens.ts";
import { readSessionConfig } from "./session/session-config.ts";
import { Session } from "./session/session-state.ts";

const session = new Session();
forgetWithWhomItWas(session);
const config = await readSessionConfig();
if (config?.openId) lendToken(session);

// Whoever chose a post in this tab stays signed in when the page is loaded again.
const post = chosenPost();
if (post && config?.posts?.some(({ id }) => id === post)) {
  await session.begin(asPost(post)).catch(() => undefined);
}
const arrival = isEndOfSigningIn() && config?.openId ? arrive(config.openId, session) : undefined;

const element = document.getElementById("console");
if (element) {
  createRoot(element).render(
    <StrictMode>
      <Console session={session} config={config} arrival={arrival} />
    </StrictMode>,
  );
}
