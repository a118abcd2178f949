import type { TaskKind } from "../../core/writing/task.ts";
import type { Place } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly task: TaskKind;
  readonly places: Readonly<Record<TaskKind, Place>> | undefined;
}

/** Where the text would go: the endpoint's name, model and host, with a lock for this computer. */
export function PlaceLine({ task, places }: Props) {
  const { labels, send } = usePage();
  const place = places?.[task];
  if (!place) return <p class="meta">{labels.loading}</p>;
  const { problem } = place;
  return (
    <section class="place" aria-label={labels.goesTo}>
      <div class="head">
        <span class="label">{labels.goesTo}</span>
        <button type="button" class="link" onClick={() => send({ kind: "chooseEndpoint", name: "choose", task })}>
          {labels.changePlace}
        </button>
      </div>
      <p class="where">
        <Icon name={place.isLocal ? "lock" : "globe"} />
        <span>
          <bdi class="name">{place.name}</bdi>
          <span class="meta">
            <bdi>{place.model}</bdi>
            {" · "}
            <bdi>{place.where}</bdi>
          </span>
        </span>
      </p>
      {problem && (
        <div class="notice warning" role="note">
          <p>{problem.message}</p>
          <button type="button" onClick={() => send({ kind: "chooseEndpoint", name: problem.name, task })}>
            {problem.remedy}
          </button>
        </div>
      )}
    </section>
  );
}
