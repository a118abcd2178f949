// An extension that writes down how long the extension host's event loop was kept: every 100 ms a line with the time
// and the longest delay of a timer since the last one, in milliseconds, to the file that EUROSCRIBE_EVENT_LOOP names.
// A delay counts as far as the process was at work in it: what others on the computer took from it is no block.
const { appendFileSync } = require("node:fs");

const INTERVAL = 5;

exports.activate = ({ subscriptions }) => {
  const file = process.env.EUROSCRIBE_EVENT_LOOP;
  if (!file) return;
  let last = performance.now();
  let lastCpu = cpuTime();
  let written = last;
  let longest = 0;
  const timer = setInterval(() => {
    const [now, cpu] = [performance.now(), cpuTime()];
    longest = Math.max(longest, Math.min(now - last - INTERVAL, cpu - lastCpu));
    [last, lastCpu] = [now, cpu];
    if (now - written < 100) return;
    appendFileSync(file, `${Date.now()} ${longest.toFixed(1)}\n`);
    [written, longest] = [now, 0];
  }, INTERVAL);
  subscriptions.push({ dispose: () => clearInterval(timer) });
};

/** Milliseconds of work of the process so far. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
