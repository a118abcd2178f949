import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareNumbers } from "../../../src/core/writing/numbers.ts";

describe("the numbers of a text", () => {
  for (const [text, expected] of [
    ["1,234.5 and 12", ["12345", "12"]],
    ["1.234,5 und 12", ["12345", "12"]],
    ["1 234,5 et 12", ["12345", "12"]],
    ["1\u202f234,5 à 12\u00a0%", ["12345", "12"]],
    ["12 345 678 obyvateľov", ["12345678"]],
    ["10’000", ["10000"]],
    ["9:30, 9h30, 9 h 30, 9 Uhr 30, 9 val. 30", ["9:30", "9:30", "9:30", "9:30", "9:30"]],
    ["9.30, 09.30, 0.30, 12:30:15, 16:9", ["930", "930", "030", "12:30:15", "16", "9"]],
    [
      "3 p.m., 3:30 pm, 9.30 a. m., 12 AM, 12pm, 3 μ.μ., 9:15 π.μ.",
      ["15:00", "15:30", "9:30", "0:00", "12:00", "15:00", "9:15"],
    ],
    [
      "2026-11-25, 5.11.2026, 05/11/2026, 5. 11. 2026, 2026.11.05.",
      ["2026", "11", "25", "5", "11", "2026", "5", "11", "2026", "5", "11", "2026", "2026", "11", "5"],
    ],
    ["11 am Tisch, 5 mm, 5 pm2", ["11:00", "5", "5"]],
    ["MP3, B2B, utf8, x86_64", []],
    ["`v1` https://a.eu/2 {0} %1$s", []],
    ["``1 ` 2`` 3 `4 5", ["3", "4", "5"]],
    ["`1\n2`", ["1", "2"]],
    ["1. first\n2. second 3", ["3"]],
    ["3rd, 3., 3º", ["3", "3", "3"]],
  ] as const) {
    it(text, () => assert.deepEqual(compareNumbers(text, "").missing, expected));
  }
});

/** The same half past three, as each of these languages may have it. */
const HALF_PAST_THREE = [
  "at 3:30 p.m.",
  "at 15:30",
  "um 15.30 Uhr",
  "um 15 Uhr 30",
  "à 15 h 30",
  "às 15h30",
  "a las 3:30 p. m.",
  "a las 3:30 de la tarde",
  "στις 3:30 μ.μ.",
  "в 15:30 ч.",
  "klo 15.30",
  "15 val. 30 min.",
  "plkst. 15.30",
  "fl-3.30 p.m.",
];

describe("compareNumbers", () => {
  const same = { missing: [], added: [] };

  for (const form of HALF_PAST_THREE) {
    it(`takes "3:30 p.m." and "${form}" for the same time`, () => {
      assert.deepEqual(compareNumbers("It opens at 3:30 p.m., on 4 days.", `${form}, 4`), same);
      assert.deepEqual(compareNumbers(`${form}, 4`, "It opens at 3:30 p.m., on 4 days."), same);
    });
  }

  for (const [name, source, answer, missing, added] of [
    ["a full hour", "from 9:00 to 5 p.m.", "von 9 bis 17 Uhr", [], []],
    ["a date with dots", "on 26/11/2026", "am 26.11.2026", [], []],
    ["a date with noughts", "05.03.2026", "5. 3. 2026", [], []],
    ["another time", "at 9:30", "à 9h40", ["9:30"], ["9:40"]],
    ["another half of the day", "at 9:30 a.m.", "um 21:30 Uhr", ["9:30"], ["21:30"]],
    ["an afternoon that nobody named", "at 3:30", "um 15:30 Uhr", ["3:30"], ["15:30"]],
    ["one of two times", "9:30, 9:30", "9.30", ["9:30"], []],
    ["no decimal for a time", "0.30", "30", ["030"], ["30"]],
  ] as const) {
    it(name, () => assert.deepEqual(compareNumbers(source, answer), { missing, added }));
  }

  it("T6: takes no time with the square of how many there are", () => {
    const numbers = (from: number) => Array.from({ length: 30_000 }, (_, index) => from + index).join("; ");
    assert.equal(compareNumbers(numbers(100_000), numbers(500_000)).added.length, 30_000);
  }).timeout(4000);
});
