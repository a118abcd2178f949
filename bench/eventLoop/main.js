// An extension that writes down how late the extension host's event loop is: every 100 ms a line with the time and
// the longest delay since the last one, in milliseconds, to the file that EUROSCRIBE_EVENT_LOOP names.
const { appendFileSync } = require("node:fs");
const { monitorEventLoopDelay } = require("node:perf_hooks");

exports.activate = ({ subscriptions }) => {
  const file = process.env.EUROSCRIBE_EVENT_LOOP;
  if (!file) return;
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  const timer = setInterval(() => {
    appendFileSync(file, `${Date.now()} ${Math.max(0, delays.max / 1e6 - resolution).toFixed(1)}\n`);
    delays.reset();
  }, 100);
  subscriptions.push({ dispose: () => clearInterval(timer) });
};
