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
  return (
    <section class="place" aria-label={labels.goesTo}>
      <div class="head">
        <span class="label">{labels.goesTo}</span>
        <button type="button" class="link" onClick={() => send({ kind: "chooseEndpoint", name: "choose", task })}>
          {labels.changePlace}
        </button>
      </div>
      {place ? <Where place={place} /> : <p class="meta">{labels.loading}</p>}
      {place?.problem && <Problem problem={place.problem} task={task} />}
    </section>
  );
}

function Where({ place: { name, model, where, isLocal } }: { readonly place: Place }) {
  return (
    <p class="where">
      <Icon name={isLocal ? "lock" : "globe"} />
      <span>
        <bdi class="name">{name}</bdi>
        <span class="meta">
          <bdi>{model}</bdi>
          {model !== "" && where !== "" && " · "}
          <bdi>{where}</bdi>
        </span>
      </span>
    </p>
  );
}

function Problem({ problem, task }: { readonly problem: NonNullable<Place["problem"]>; readonly task: TaskKind }) {
  const { send } = usePage();
  return (
    <div class="notice warning" role="note">
      <p>{problem.message}</p>
      <button type="button" onClick={() => send({ kind: "chooseEndpoint", name: problem.name, task })}>
        {problem.remedy}
      </button>
    </div>
  );
}
