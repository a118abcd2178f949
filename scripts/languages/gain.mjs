/** Languages of which one is easily taken for the other. */
const CLOSE = [
  ...[
    ["cs", "sk"],
    ["hr", "sl"],
    ["da", "nb"],
    ["da", "sv"],
    ["nb", "sv"],
    ["et", "fi"],
    ["es", "pt"],
    ["es", "gl"],
  ],
  ...[
    ["pt", "gl"],
    ["es", "ca"],
    ["es", "it"],
    ["nl", "af"],
    ["nl", "de"],
    ["ga", "gd"],
    ["mt", "it"],
    ["bg", "mk"],
  ],
  ["sk", "sl"],
];

/** Those of the close pairs that are among the languages, by index. */
export function closePairs(languages) {
  return CLOSE.map((pair) => pair.map((code) => languages.indexOf(code))).filter(([a, b]) => a >= 0 && b >= 0);
}

/**
 * How far the estimates' errors differ between the languages, and twice over the close ones, by how often they matter;
 * without estimates, how far the frequencies do.
 */
export function gain({ frequencies, estimates = frequencies.map(() => 0), close }) {
  const errors = frequencies.map((p, i) => Math.log(p) - estimates[i]);
  const mean = sum(errors) / errors.length;
  const apart = close.map(([a, b]) => (frequencies[a] + frequencies[b]) * Math.abs(errors[a] - errors[b]));
  return frequencies.reduce((total, p, i) => total + p * Math.abs(errors[i] - mean), 2 * sum(apart));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
