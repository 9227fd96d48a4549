import "@mantine/core/styles.css";
import "./theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";
import { chosenPost, tokensOfPost } from "./session/post-tokens.ts";
import { Session, type SessionConfig } from "./session/session.tsx";

const session = new Session();
const config: SessionConfig = await (await fetch("/session/config.json")).json();

// Whoever chose a post in this tab stays signed in when the page is loaded again.
const post = chosenPost();
if (post && config.posts?.some(({ id }) => id === post)) {
  await session.begin(tokensOfPost(post)).catch(() => undefined);
}

const element = document.getElementById("console");
if (element) {
  createRoot(element).render(
    <StrictMode>
      <Console session={session} config={config} />
    </StrictMode>,
  );
}
