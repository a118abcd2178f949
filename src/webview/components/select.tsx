interface Props<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly titles: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** A choice of a few. */
export function Select<Value extends string>({ id, label, value, options, titles, onChange }: Props<Value>) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {titles[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
