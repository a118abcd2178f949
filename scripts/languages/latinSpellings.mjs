/**
 * How Greek and Bulgarian are typed in Latin letters ("Greeklish", "shlyokavitsa"): by sound, by shape and by where the
 * letters are on a keyboard, and hardly twice alike. Digits that stand for letters (4 for ч, 8 for θ) are no letters
 * of a model, and are left out.
 */
const GREEK = {
  ...{ α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n" },
  ...{ ξ: "x", ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "x", ψ: "ps", ω: "o" },
};
const BULGARIAN = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m" },
  ...{ н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh" },
  ...{ щ: "sht", ъ: "a", ь: "y", ю: "yu", я: "ya" },
};

const SPELLINGS = {
  el: [
    GREEK,
    { ...GREEK, ξ: "ks", υ: "i", χ: "h", φ: "f" },
    { ...GREEK, β: "b", η: "h", υ: "u", χ: "ch", φ: "ph", ω: "w" },
  ],
  bg: [
    BULGARIAN,
    { ...BULGARIAN, й: "i", ц: "c", ъ: "u", ж: "j", ю: "iu", я: "ia" },
    { ...BULGARIAN, в: "w", ж: "j", й: "j", ц: "c", ъ: "y", ю: "u", я: "q" },
  ],
};

/** A text of a language in each of the ways in which it is spelled in Latin letters. */
export function spellInLatin(text, language) {
  const plain = text
    .normalize("NFD")
    .replaceAll(/(?<=\p{Script=Greek})\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase();
  return SPELLINGS[language].map((letters) => [...plain].map((letter) => letters[letter] ?? letter).join(""));
}
