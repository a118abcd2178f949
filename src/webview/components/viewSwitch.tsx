import { usePage } from "../context.ts";
import type { AnswerView } from "../state.ts";

interface Props {
  readonly view: AnswerView;
  readonly hasChanges: boolean;
}

/** Changes, result or original. */
export function ViewSwitch({ view, hasChanges }: Props) {
  const { labels, dispatch } = usePage();
  const views: readonly AnswerView[] = hasChanges ? ["changes", "result", "original"] : ["result", "original"];
  return (
    <fieldset class="switch">
      <legend class="unseen">{labels.view}</legend>
      {views.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="view"
            value={one}
            checked={view === one}
            onChange={() => dispatch({ kind: "viewed", view: one })}
          />
          <span>{labels.views[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
