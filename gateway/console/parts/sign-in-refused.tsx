import { Alert, Code, Stack, Text } from "@mantine/core";
import { texts, useText } from "../language/language.tsx";
import type { SignInFault, SignInProblem } from "../session/sign-in-problem.ts";

type Told = Readonly<Record<SignInFault, { readonly what: string; readonly todo: string }>>;

const said = texts<{ title: string; words: string; faults: Told }>(
  {
    title: "You could not be signed in",
    words: "What was answered",
    faults: {
      UNREACHABLE: {
        what: "The identity provider did not answer as it should.",
        todo: "Check the connection and try again. If it stays so, tell whoever runs the identity provider.",
      },
      REFUSED: {
        what: "The identity provider refused.",
        todo: "Try again. If it stays so, pass on the words below to whoever keeps your account.",
      },
      NOT_ASKED: {
        what: "This sign-in was not begun in this browser tab, or too long ago.",
        todo: "Begin again here.",
      },
      INSECURE_PAGE: {
        what: "This page is not served over HTTPS, so the browser does not allow a safe sign-in.",
        todo: "Open the console by its https:// address.",
      },
      WINDOW_BLOCKED: {
        what: "The browser blocked the window for signing in.",
        todo: "Allow pop-ups for this page, then sign in again. What you typed stays here.",
      },
      NOT_A_JWT: {
        what: "The token that came says nothing of your post.",
        todo: "The administrator must have the identity provider issue access tokens as JWTs for this graph.",
      },
    },
  },
  {
    title: "未能登录",
    words: "对方答复",
    faults: {
      UNREACHABLE: {
        what: "统一身份认证服务没有正常应答。",
        todo: "请检查网络后重试；若仍不行，请联系认证服务管理员。",
      },
      REFUSED: {
        what: "统一身份认证服务拒绝了登录。",
        todo: "请重试；若仍不行，请将下方答复转告账号管理员。",
      },
      NOT_ASKED: { what: "本次登录不是在此标签页发起，或已超时。", todo: "请在此重新登录。" },
      INSECURE_PAGE: {
        what: "本页未使用 HTTPS，浏览器不允许安全登录。",
        todo: "请用 https:// 地址打开。",
      },
      WINDOW_BLOCKED: {
        what: "浏览器拦截了登录窗口。",
        todo: "请允许本页弹出窗口后再登录，已填写的内容仍在。",
      },
      NOT_A_JWT: {
        what: "取得的令牌未说明您的岗位。",
        todo: "须由管理员设置认证服务为本系统签发 JWT 访问令牌。",
      },
    },
  },
);

/** Why somebody could not be signed in, and what to do about it. */
export function SignInRefused({ problem }: { problem: SignInProblem }) {
  const text = useText(said);
  const { what, todo } = text.faults[problem.fault];
  return (
    <Alert role="alert" color="red" variant="light" title={text.title}>
      <Stack gap={4}>
        <Text size="sm">{what}</Text>
        <Text size="sm">{todo}</Text>
        {problem.said ? (
          <Text size="xs">
            {text.words} <Code fz="xs">{problem.said}</Code>
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
