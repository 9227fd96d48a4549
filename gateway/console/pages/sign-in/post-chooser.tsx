import { Text, TextInput } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import type { SignInPost } from "../../../session/session-door.ts";
import { useLanguage, useText } from "../../language/language.tsx";
import { SignInRefused } from "../../parts/sign-in-refused.tsx";
import { asPost, lastPost, rememberPost } from "../../session/post-tokens.ts";
import { useSession } from "../../session/session.tsx";
import { problemOf, type SignInProblem } from "../../session/sign-in-problem.ts";
import { foundPosts } from "./found-posts.ts";
import { PostTold } from "./post-told.tsx";
import classes from "./sign-in.module.css";
import { signInTexts } from "./sign-in.text.ts";

/** The posts of the local stack: type to find one, arrows to go through them, Enter to sign in. */
export function PostChooser({ posts }: { posts: readonly SignInPost[] }) {
  const text = useText(signInTexts);
  const { language } = useLanguage();
  const { session } = useSession();
  const ids = useId();
  const [words, setWords] = useState("");
  const [wanted, setWanted] = useState(lastPost);
  const [entering, setEntering] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();
  const searched = useDeferredValue(words);
  const groups = useMemo(
    () => foundPosts(posts, searched, { language, last: lastPost(), lastTitle: text.last }),
    [posts, searched, language, text.last],
  );
  const found = groups.flatMap((group) => group.posts);
  const place = Math.max(
    0,
    found.findIndex(({ id }) => id === wanted),
  );
  const active = found[place];

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active)
      list.current?.querySelector(`[data-post="${active.id}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const enter = async (post: SignInPost | undefined): Promise<void> => {
    if (!post || entering) return;
    setEntering(true);
    setProblem(undefined);
    try {
      rememberPost(post.id);
      await session.begin(asPost(post.id));
    } catch (error) {
      setProblem(problemOf(error));
      setEntering(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + 8, PageUp: place - 8 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      setWanted(found[Math.min(Math.max(to, 0), found.length - 1)]?.id ?? null);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void enter(active);
    }
  };

  return (
    <div className={classes.chooser}>
      <div className={classes.finder}>
        <TextInput
          label={text.search}
          placeholder={text.hint}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={onKeyDown}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${ids}posts`}
          aria-activedescendant={active ? ids + active.id : undefined}
        />
        <Text size="xs" c="dimmed" aria-live="polite" my={6}>
          {found.length > 0 ? text.count(found.length) : text.none}
        </Text>
        <div ref={list} id={`${ids}posts`} role="listbox" aria-label={text.posts} className={classes.list}>
          {groups.map(({ place: title, posts: held }) => (
            <fieldset className={classes.group} aria-label={title} key={title}>
              <div className={classes.place} aria-hidden="true">
                {title}
              </div>
              {held.map((post) => (
                <div
                  key={post.id}
                  id={ids + post.id}
                  role="option"
                  aria-selected={post === active}
                  data-post={post.id}
                  className={classes.post}
                  tabIndex={-1}
                  // The search field keeps the focus: whoever points at one may go on by arrows and Enter.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => setWanted(post.id)}
                  onKeyDown={onKeyDown}
                  onDoubleClick={() => void enter(post)}
                >
                  <span>{post.label[language]}</span>
                  <span className={classes.name}>{post.name}</span>
                </div>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
      <div className={classes.aside}>
        {problem ? <SignInRefused problem={problem} /> : null}
        {active ? <PostTold post={active} enter={() => void enter(active)} entering={entering} /> : null}
      </div>
    </div>
  );
}
