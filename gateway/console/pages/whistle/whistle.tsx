import { Route, Switch } from "wouter";
import { NotFound } from "../../parts/not-found.tsx";
import { BlowPage } from "./blow/blow.tsx";
import { BoardPage } from "./board/board.tsx";
import { WhistleList } from "./list/whistle-list.tsx";
import { RaisePage } from "./raise/raise.tsx";

/** The whistles one may see, one of them as it goes on, and blowing another. */
export function Whistles() {
  return (
    <Switch>
      <Route path="/whistles/new" component={BlowPage} />
      <Route path="/whistles/:number/raise">
        {({ number }) => <RaisePage number={number} key={number} />}
      </Route>
      <Route path="/whistles/:number">{({ number }) => <BoardPage number={number} key={number} />}</Route>
      <Route path="/whistles" component={WhistleList} />
      <Route component={NotFound} />
    </Switch>
  );
}
