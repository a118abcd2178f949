const WIDTH = 30;
const MEGABYTE = 1_000_000;

/**
 * Shows the progress of a download: a bar that is drawn over itself in a terminal, else a line for each tenth.
 *
 * @param {NodeJS.WriteStream} [stream]
 * @returns {{ update: (received: number, total: number) => void, end: () => void }}
 */
export function showProgress(stream = process.stdout) {
  const draw = stream.isTTY ? drawBar : drawLines;
  const state = { last: -1, began: Date.now(), isDrawn: false };
  const update = (received, total) => draw(stream, state, { received, total });
  const end = () => {
    if (stream.isTTY && state.isDrawn) stream.write("\n");
  };
  return { update, end };
}

function drawBar(stream, state, { received, total }) {
  const now = Date.now();
  if (now - state.last < 100 && received < total) return;
  state.last = now;
  state.isDrawn = true;
  const filled = Math.floor((received / total) * WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
  const seconds = (now - state.began) / 1000;
  stream.write(`\r  ${bar} ${describe(received, total)}, ${(received / MEGABYTE / seconds).toFixed(1)} MB/s   `);
}

function drawLines(stream, state, { received, total }) {
  const tenth = Math.floor((received / total) * 10);
  if (tenth <= state.last) return;
  state.last = tenth;
  stream.write(`  ${describe(received, total)}\n`);
}

function describe(received, total) {
  const percent = Math.floor((received / total) * 100);
  return `${String(percent).padStart(3)} %  ${Math.round(received / MEGABYTE)} of ${Math.round(total / MEGABYTE)} MB`;
}
