import { takeProse } from "./takeProse.ts";

/** More of a text tells no more of its language. */
const SAMPLES = { count: 10, length: 1600 };
/** A piece of so many characters can have a language of its own. */
const PIECE = 60;

/** The prose of a text in pieces of a few lines or sentences each; of a long text ten samples, evenly apart. */
export function samplePieces(text: string): readonly string[] {
  return takeSamples(text).map(takeProse).flatMap(cutPieces);
}

function takeSamples(text: string): readonly string[] {
  const { count, length } = SAMPLES;
  if (text.length <= count * length) return [text];
  const step = (text.length - length) / (count - 1);
  return Array.from({ length: count }, (_, index) => text.slice(Math.round(index * step)).slice(0, length));
}

function cutPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^\n.!?;]+[\n.!?;]*/gu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length < PIECE) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces;
}
