import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { texts, useText } from "../../language/language.tsx";
import { Page } from "../../parts/page.tsx";
import classes from "./access.module.css";
import { type Door, doorsOf, type Standing } from "./standing.ts";
import { doorNames } from "./texts.ts";

const said = texts({ doors: "In this room" }, { doors: "数据访问" });

export const pathOf = (door: Door): string => (door === "records" ? "/access" : `/access/${door}`);

/** One part of the room, with the way to the others that concern whoever is here. */
export function AccessPage({
  standing,
  title,
  about,
  tools,
  children,
}: {
  standing: Standing;
  title: string;
  about?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const text = useText(said);
  const names = useText(doorNames);
  const [location] = useLocation();
  const doors = doorsOf(standing);
  const here =
    doors.find((door) => pathOf(door) === location) ?? (location === "/access" ? doors[0] : undefined);
  return (
    <Page title={title} about={about} tools={tools}>
      {doors.length > 1 ? (
        <nav aria-label={text.doors} className={`${classes.doors} no-print`}>
          {doors.map((door) => (
            <Link
              key={door}
              href={pathOf(door)}
              className={classes.door ?? ""}
              aria-current={door === here ? "page" : undefined}
            >
              {names[door]}
            </Link>
          ))}
        </nav>
      ) : null}
      {children}
    </Page>
  );
}
